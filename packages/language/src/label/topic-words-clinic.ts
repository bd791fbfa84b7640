import type { TopicWords } from "./topic-words.ts";

/** What is said of clinics, dentists and laboratories. */
export const clinicWords: TopicWords = [
  [
    "doctor",
    `врач* доктор* терапевт* стоматолог* хирург* педиатр* гинеколог* невролог* кардиолог* офтальмолог* дерматолог* ортодонт*
      ортопед* уролог* лор лора лору узист* психолог* психиатр* косметолог* специалист* doctor* dr dentist* surgeon* physician*
      pediatrician* gynecologist* dermatologist* specialist* therapist* orthodontist* gp`,
  ],
  [
    "pain",
    `боль боли болью больно болит болел* болезнен* безболезнен* обезбол* анестези* наркоз* заморозк* укол уколы уколов синяк*
      не_больно pain pains painful painless hurt hurts hurting anesthe* anaesthe* numb injection* sore bruise*`,
  ],
  [
    "appointment",
    `запись записи записал* записат* записью перезаписал* перенес*_прием* перенесл*_прием* отменил*_прием* отменил*_запис*
      талон* талоны по_времени прием_задерж* прием_назнач* прием_в не_дозвон* регистратур* направлени* электронн*_очеред*
      appointment* book_a booked reschedul* cancelled_my canceled_my referral reception_desk`,
  ],
  [
    "treatment",
    `лечени* лечил* лечит вылечил* вылечат пролечил* диагноз* диагност* назначил* назначени* рецепт* операци* прооперир* процедур*
      пломб* имплант* коронк* протез* удалил*_зуб* удаление_зуб* выздоров* осложнен* стало_лучше стало_хуже massage массаж*
      treatment* treated diagnos* misdiagnos* prescri* surgery operation procedure* filling implant* crown recovery
      complications cured`,
  ],
  [
    "tests",
    `анализ* узи мрт рентген* снимок снимк* флюорограф* кровь крови забор_кров* лаборатор* результат*_анализ* мазок мазк* экг
      обследован* медосмотр* справк* test_results blood_test* lab_results laboratory x_ray* mri ultrasound scan scans checkup
      check_up swab ecg`,
  ],
  ["none", `боль_души записал*_видео запись_голос* больной_темой`],
];
