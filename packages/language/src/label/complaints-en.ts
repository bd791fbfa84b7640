import type { CueWords } from "./complaint-cues.ts";

// English phrases by which customers complain, mildly or not, written for this project.
export const englishComplaints: CueWords = {
  lack: `lack lacks lacking missing no_way_to without_the_option very_limited limited_choice*
    limited_selection limited_option* is_limited not_enough insufficient didn't_come_with
    does_not_come doesn't_come`,
  unable: `not_available unavailable no_option no_support unable can't cannot cant don't_have_access no_access
    there_is_no there's_no there_isn't doesn't_have does_not_have not_compatible not_supported
    incompatible not_included could_no_longer no_longer`,
  wish: `wish wished would_be_nice would_be_great would_be_good would_be_better would_be_perfect
    would_be_cool would_be_helpful would_have_been could_be_better could_be_more could_be_a
    could_have_been could_use should_be should_have should_add should_let should_allow
    would_like_to_see would_love_to_see would_like_more would_prefer i'd_prefer i'd_like hoping_for
    expected_more expected_better needs_more need_more needs_to need_to_be needs_some
    needs_improvement need_improvement need_to_improve needs_work room_for_improvement
    otherwise_would otherwise_it_would would_have_given would_give_5 would_give_five if_it_had
    if_you_could if_they_could if_you_can would_appreciate would_have_liked would_have_preferred
    wanted_more might_be_better better_if needs_a needs_better could_have_given need_better
    need_some_work needs_some_work some_work_on could_work_on should_work_on work_on_the
    work_on_their work_on_your could_be_slightly could_be_louder could_be_faster could_be_cheaper
    could_be_improved could_be_a_little could_be_a_bit would_be_even you_guys_should
    they_could_improve it'd_be_great it'd_be_nice it'd_be_better it'd_be_good it'd_be_cool
    would_be_awesome would_be_a_great would_be_perfect_if would_be_amazing`,
  drawback: `drawback* downside* complaint* complain con cons only_issue only_problem issue issues problem
    problems shortcoming* gripe* disadvantage* only_negative only_bad only_thing_is only_thing_that
    one_thing unfortunately sadly too_bad pity my_only flaw flaws flawed only_that just_that`,
  ask: `please_fix plz_fix pls_fix fix please_add plz_add pls_add please_make please_update need_to_update
    need_to_upgrade need_upgrade need_update please_let they_should kindly_help please_help improve
    please_bring bring_back`,
  bit: `too sometimes occasionally a_bit a_little slightly somewhat at_times not_very not_really not_always
    not_all not_quite not_too not_so not_as constantly every_time could_not`,
  fault: `crash crashes crashed crashing freezes freezing froze glitch* glitchy lag lags laggy laggin* lagging
    bug bugs buggy slow slower slowly slows doesn't_work does_not_work don't_work not_working
    didn't_work not_work stopped stops stuck fails fail failed failing error errors annoying annoyed
    annoy annoys frustrat* irritat* disappoint* confusing confused complicated difficult hard_to
    hard_time tricky clunky awkward expensive pricey overpriced costly high_price price_is_high
    price_is_little prices_are charged charges charging extra_charge fee fees skyrocketed
    increase_in_price late delay* waiting wait_time wait_times waiting_for have_to_wait had_to_wait
    need_to_wait wait_so wait_too long_wait cancel cancels cancelled canceled cancelling
    cancellation rude unprofessional careless poor poorly bad terrible horrible awful worst worse
    uncomfortable cramped tight narrow painful cold noisy dirty small tiny thin weak flimsy
    cheap_feel mediocre average bland boring repetitive ads ad advert* sucks suck suffered suffer
    suffers broke broken breaks defective damaged scratch* died useless pointless inaccurate
    inconsistent unreliable refund refused ignore* ignoring hit_and_miss hit_or_miss learning_curve
    takes_a_while takes_awhile takes_too takes_long takes_some took_too long_time_to takes_forever
    not_impressed not_good not_great not_happy not_clear not_user not_perfect not_completely
    stressful inconvenient unpleas* misleading outdated soggy stale salty greasy sticky leaks leaked
    leaking itchy runs_small runs_large wrong forgotten lukewarm burnt burned undercooked overcooked
    dry stiff scratchy peeling ripped torn wobbly rattles rattling squeaky smelly smells_like
    smelled stains faded fades shrunk unfriendly unhelpful inattentive understaffed crowded
    overcrowded pushy dismissive messy chaotic disorganized disorganised drains battery_life_is
    draining overheats overheated overheating unresponsive unclear hassle nuisance pain_in struggle
    struggled struggling hidden_fee* hidden_charge* not_worth not_reliable not_accurate half_empty
    underwhelming lackluster gets_old too_loud keeps_crashing keeps_freezing keeps_saying
    keeps_stopping keeps_asking nightmare joke ridiculous came_undone fell_apart smudge* peels
    smaller_than used_to_be_better used_to_be_good used_to_be_great used_to_work used_to_love
    they_forgot forgot_my forgot_the forgot_to forgot_our takes_longer limitations limitation
    never_showed never_show never_came never_arriv* struggles trouble troubles smaller_than*
    not_a_fan raised_the_price* raised_price* price_increase* price_hike* fares_are_high high_fare*
    fare_is_high takes_really_long puzzled puzzling a_hassle inconvenien*`,
  doubt: `worried afraid skeptical hesitant doubted doubtful thought_it_would at_first used_to other_reviews
    reviews_said some_people people_say`,
  none: `wish_i_had wish_i'd wish_i_bought wish_i_found wish_i_knew wish_i_got wish_i_would_have wish_them
    wish_we_will wish_we_had_bought should_have_bought should've_bought should_have_got*
    should_have_done should've_gotten can't_wait cannot_wait cant_wait can't_beat can't_complain
    cannot_complain cant_complain can't_go_wrong can't_live cant_live can't_stop can't_put cant_put
    cannot_put can't_get_enough can't_say_enough can't_recommend cannot_recommend can't_believe_how
    can't_imagine can't_help_but couldn't_be couldn't_ask couldn't_have couldn't_put couldn't_stop
    couldn't_live doesn't_disappoint didn't_disappoint doesn't_get_better don't_hesitate no_wonder
    not_only not_just not_bad not_too_bad not_too_hard not_too_expensive not_too_long
    not_disappointed not_boring not_difficult not_hard isn't_bad isn't_hard no_problem no_problems
    no_issue no_issues no_complaint no_complaints no_bugs no_ads no_lag without_ads without_problem*
    never_fails hassle_free problem_free free_of_ads small_business small_child* small_price
    small_size too_good too_funny too_cute too_fun too_much_fun too_cool i_love_too should_try
    should_get should_buy should_download you_should_try you_should_get you_should_download
    you_should_buy won't_regret won't_be_disappointed won't_be_sorry won't_disappoint wont_regret
    wont_be_disappointed doesn't_matter don't_have_to dont_have_to doesn't_have_to didn't_have_to
    do_not_have_to don't_need_to don't_need doesn't_mean don't_know_how don't_know_what_i
    don't_see_why don't_mind dont_mind no_need not_to_mention no_matter can't_lose cant_lose
    how_can_you kind_of_fun problem_solved solve*_problem* never_a_problem any_problem any_problems
    any_issue any_issues any_complaint any_complaints little_ones a_little_time drop_dead mess_with
    can't_fault cannot_fault zero_downside* zero_issue* zero_problem* zero_complaint* less_expensive
    cheaper nothing_but wish_you_all wish_you_the wish_you_good wish_you_luck wish_you_well
    wish_you_success wish_you_many wish_you_every bad_review* bad_comment* negative_review*
    negative_comment* no_trouble`,
};
