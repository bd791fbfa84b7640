import type { Lexicon } from "./lexicon.ts";

// English words of praise and blame, written for this project. An asterisk stands for any ending.
export const english: Lexicon = {
  tone: [
    [
      4,
      `excellent* amazing* awesome* fantastic* outstanding superb* wonderful* perfect perfectly perfection
        brilliant* fabulous* incredible exceptional* phenomenal magnificent terrific flawless* love_it
        loved_it love_this love_the absolutely_love the_best best_ever highly_recommend*
        can't_recommend_enough must_have a_must gorgeous stunning top_notch first_class world_class
        five_stars 5_stars 10_out_of_10 blown_away masterpiece delightful* couldn't_be_happier
        can't_go_wrong never_disappoint* thank_you_so_much exceed*_expectations`,
    ],
    [
      3,
      `love loved loves loving lovely adore* great greatest best favorite* favourite* beautiful* happy
        happier happily happiness delight* impress* enjoy* thank thanks thx kudos recommend recommended
        recommends would_recommend well_done good_job great_job keep_it_up keep_up works_great works_well
        works_perfectly pleased pleasant* pleasure satisfied helpful super friendly polite courteous
        delicious tasty yummy comfortable comfy cozy convenient professional* reliable exciting excited
        thrilled grateful glad proud joy wow yay rocks rock_solid gem charming hilarious entertaining
        engaging compelling captivating touching heartwarming refreshing worth_it well_worth worth_every
        no_problems no_issues no_complaints no_regrets blessed congrat* congratulations can't_wait win
        winning winner won powerful inspiring inspired thoughtful witty smart clever elegant uplifting
        magic* sweet sweetest priceless`,
    ],
    [
      2,
      `good nice nicely cool fun funny easy easily easier simple_and smooth* fast quick quickly prompt*
        efficient* effective* useful handy fresh neat solid sturdy durable accurate intuitive seamless*
        secure fair_price affordable reasonable value_for_money cheap_and works_fine works_as helped helps
        kind kindly sincere attentive welcoming warm safe spacious cute interesting fascinating impressive
        improved improvement* improves better_than user_friendly responsive hassle_free stress_free on_time
        as_described as_expected as_advertised like_it like_this i_like really_like like_that liked
        well_made well_written well_acted well worth smile smiling laugh* haha* lol lmao hope hopeful
        success* fit_perfectly fits appreciate* not_bad no_complaint not_disappointed won't_regret
        don't_regret can't_complain fan_of addictive bless* celebrate* birthday party hug hugs peace truly
        freedom beauty talented genius original rich intelligent subtle sharp memorable enjoyable treat
        strong_performances gentle graceful`,
    ],
    [
      1,
      `quality clean ok okay fine works working_now decent pretty_good sufficient free looking_forward
        hopefully improving lots_of variety discount* bonus* welcome highly ease heart charm* romantic vivid
        imaginative honest gift surprise* family friends dream* sunny special cheers bargain`,
    ],
    [
      0,
      `well_as as_well like_to would_like_to good_luck_with good_morning very_well_known best_buy
        great_britain better_off not_to_mention super_bowl for_good kind_of fun_fact cheap_flight* free_fall
        happy_to_help working_on working_for fine_print no_thanks won't would_be_nice would_be_great
        would_be_good would_be_better would_love_to oh_well may_as_well might_as_well`,
    ],
    [
      -1,
      `sue lawsuit outage is_down pain angry silly but_no expensive pricey overpriced slow* late waited
        waiting delay* long_time too_much too_many too_long too_small too_big too_short too_expensive
        too_slow small_and limited lack* lacks lacking missing miss mediocre average meh so_so
        could_be_better could_have_been should_have should_be needs_to need_to_fix please_fix fix issue*
        problem* bug bugs glitch* ads advert* annoy* confus* complicat* hard_to difficult* stuck lost lose
        losing loose cheaply lag lags laggy blurry unfortunately sadly sad tired noisy smell* smelly weak
        thin cold bland dry why_is why_does why_do why_can't why_are how_do_i nothing anymore no_longer
        used_to_be used_to_love used_to_work used_to_like still_waiting tried trying again_and only_problem
        except instead supposed_to predictable cliche* forced dull formulaic flat tedious repetitive
        overlong died die dies dead death hurt* cry crying sorry worry worried afraid fear* scared protest*
        arrest* police shame deleted uninstall* refund* cancel* charge charged charges_me paid_for password
        log_in`,
    ],
    [
      -2,
      `allerg* rash hives mold mould cockroach* bad badly poor poorly worse wrong fail fails failed failure
        failing broke broken break_down breaks faulty defect* damage* crack* crash* freez* froze error*
        useless worthless pointless disappoint* unhappy dissatisf* unsatisf* unaccept* unprofessional
        unreliable unhelpful unfriendly unusable uncomfortable unable unfair impolite rude* dirty filthy
        stained ugly gross nasty lame crap crappy junk dumb stupid* idiot* fool boring bore annoying annoyed
        frustrat* irritat* mad upset* hate hates hated hating waste* wasting joke ignore* ignored refuse*
        lied lie lies lying mislead* false fake deceiv* cheat* dishonest stole stolen steal* complain*
        complaint* regret* avoid mess messy nightmare ridiculous absurd nonsense suck sucks sucked sucking
        hell damn wtf fuck* shit* bullshit bitch ass asshole bloody can't_use can't_even doesn't_work
        does_not_work didn't_work don't_work not_work* won't_work not_worth not_recommend don't_recommend
        wouldn't_recommend don't_buy do_not_buy don't_waste don't_bother do_not_use never_again never_buy
        never_use never_work* no_good no_use no_way not_good not_great not_happy not_helpful not_impressed
        not_as_described not_as_advertised not_what_i not_even not_interested don't_like didn't_like
        don't_care doesn't_care won't_open won't_load won't_let doesn't_load doesn't_open can't_open
        can't_log couldn't_even keeps_crashing stopped_working no_response no_reply no_help nobody_answer*
        no_answer no_refund hung_up on_hold money_back of_no waste_of fell_apart leak* ruin* spoil* stale
        rotten burnt overcooked undercooked raw painful terribly lousy inferior shoddy flimsy cheaply_made
        incompetent clueless negligent careless hopeless disrespect* insult* offensive shady sketchy
        shameful embarrass* inexcusable unforgiv* outrageous racist spam intrusive unnecess* lifeless
        shallow pretentious incoherent clumsy contrived uninspired unfunny lackluster bankrupt* threat*
        attack* murder* terror* disaster* tragic tragedy missed_my cancelled_flight* lost_my`,
    ],
    [
      -3,
      `worst terrible horrible* awful* horrid horrendous atrocious abysmal dreadful appalling pathetic
        disgust* trash garbage rubbish scam* scammer* fraud* rip_off ripoff thieves thief robbery crooks
        criminals disgrace* hate_it hate_this stay_away zero_stars 0_stars one_star 1_star total_waste
        complete_waste piece_of_crap piece_of_junk piece_of_shit unbearable insufferable vile worst_ever
        poison* sickening`,
    ],
  ],
  negators: `not no never without hardly barely nothing nobody neither nor none cannot cant dont didnt doesnt isnt
    wasnt wont wouldnt couldnt shouldnt aint arent werent havent hasnt hadnt lack lacks`,
  notNegating: `not_only not_just no_doubt no_wonder nothing_but no_matter not_to_mention can't_wait cannot_wait
    cant_wait not_eat not_buy not_order not_go don't_eat don't_go don't_buy don't_order`,
  negatedAfter: ``,
  stronger: `very really so extremely absolutely totally completely incredibly insanely super truly highly utterly
    such too most ever damn fucking`,
  weaker: `slightly somewhat a_bit a_little little fairly rather kinda sometimes relatively mostly pretty`,
  contrast: `but however although though yet except unfortunately`,
  none: `no none nothing not any cons con pros n a na nil nope zero so far yet found find i have to complain
    complaints of disadvantages drawbacks advantages really at all none_so_far there are is`,
};
