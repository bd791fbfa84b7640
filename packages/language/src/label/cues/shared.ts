/** Classes of words that more than one part of a label leans on. */
export const shared = {
  /** A story that is told: what is said there is said of somebody in it. */
  story: `
    книга книги книгу книге книгой роман романа романе романы фильм фильма фильме фильмы фильмом сериал сериала
    сериале сериалы сериалов детектив детектива детективы сюжет герой героя героиня героини героев герои
    персонаж* автор автора авторы кино кинотеатр* триллер* драма драмы спектакл* квест* квеста игра_про игру_про
    настолк* аниматор* мультик* мультфильм* комикс*
    book books novel novels movie movies film films series character characters plot author drama documentary
    thriller villain episode season_two paperback audiobook game_about boardgame board_game protagonist comedy
    play_about escape_room`,
} as const;
