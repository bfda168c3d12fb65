// A text as it is compared: what asks for no more than this need not load the search.
const LETTERS = { æ: "a", ø: "o", đ: "d", ð: "d", ŋ: "n", ŧ: "t" }
const plain = (low) =>
  low
    .replace(/[æøđðŋŧ]/g, (letter) => LETTERS[letter])
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
export const simple = (text) => (/[^\0-\x7f]/.test(text) ? plain(text) : text)
// Who has no æ, ø, å writes two letters; «øe» and «åe» are two.
export const fold = (text) => simple(text.toLowerCase().replace(/[aå]a|ae|oe/g, (two) => two[0]))
