// The one core of the finder and the site search. It loads at their first use; what it knows comes from two generated files.
export const SHOWN = 20
const LETTERS = { æ: "a", ø: "o", đ: "d", ð: "d", ŋ: "n", ŧ: "t" }
export const fold = (text) => text.toLowerCase().replace(/[æøđðŋŧ]/g, (letter) => LETTERS[letter]).normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/a[ae]|oe/g, (two) => two[0])
const words = (text) => fold(text).split(/[^a-z0-9]+/).filter(Boolean)
const joined = (text) => words(text).join("")

// How far a hit is from the best: lower is better. A place's own name goes before another name for it, and that before a former one.
const EXACT = 0, NEARLY = 0.4, FIRST = 2, MERGED = 3.4, LATER = 4, KINDS = [0, 1, 6], FORMER = 2, ANY_ORDER = 11, WITHIN = 12, IN_PART = 20, IN_TEXT = 30
// In the names of pages and terms a word is also found inside another: «avtale» in «samarbeidsavtale».
// The shortest word that a slip is looked for in, and the shortest beginning of a kommune elsewhere.
const LEAST = 4

// A name and what finds it: its own words from each of them on, so that «lia» finds «Prøvedal kommune Lia skole».
const named = (text, kind, empty) => {
  const all = words(text), own = all.filter((word) => !empty.has(word)), kept = own.length ? own : all
  return { text, kind, words: all, whole: all.join(""), starts: kept.map((_, i) => kept.slice(i).join("")) }
}
const entry = (group, compounds, [name, address, note, others = [], former = [], keys = []], empty) => ({
  group, name, address, note, compounds, keys: keys.map(joined),
  names: [named(name, 0, empty), ...others.map((other) => named(other, 1, empty)), ...former.map((old) => named(old, 2, empty))],
})
export const prepare = ({ tomme, like, utenfor, grupper }) => {
  const empty = new Set(tomme.flatMap(words))
  return {
    empty, groups: grupper.map(([label]) => label),
    like: new Map(like.map(([word, meant]) => [joined(word), words(meant)])),
    outside: utenfor.navn.map((name) => [joined(name), name]), elsewhere: utenfor.svar,
    entries: grupper.flatMap(([, found], group) => found.map((one) => entry(group, group >= grupper.length - 2, one, empty))),
  }
}
// What terms and pages say of themselves is searched with the texts.
export const prepareText = ({ vanlige, sider }, { entries, groups: { length: pageGroup } }) => ({
  common: new Set(vanlige.flatMap(words)),
  pages: [
    ...entries.filter(({ compounds }) => compounds).map((one) => ({ ...one, head: spaced(one.name), headings: [], body: spaced(one.note) })),
    ...sider.map(([address, name, text, headings]) => ({
      address, name, note: entries.find((one) => one.address === address)?.note ?? "", group: pageGroup - 2, head: spaced(name), body: spaced(text),
      headings: headings.map(([anchor, heading]) => ({ address: address + anchor, name: heading, note: name, head: spaced(`${name} ${heading}`) })),
    })),
  ],
})
const spaced = (text) => ` ${words(text).join(" ")}`

// The words that say something; all of them where none does.
const asked = (text, { empty, like }) => {
  const all = words(text).flatMap((word) => like.get(word) ?? [word]), telling = all.filter((word) => !empty.has(word))
  const tokens = telling.length ? telling : all
  return { all, tokens, says: telling.length > 0, typed: joined(text), whole: all.join(""), joined: tokens.join("") }
}

const rankOf = (name, wanted) => {
  const at = name.starts.findIndex((start) => start.startsWith(wanted.joined)), whole = name.whole.startsWith(wanted.whole)
  if (at < 0 && !whole) return Infinity
  const exact = name.whole === wanted.joined || name.whole === wanted.whole
  if (name.kind === FORMER && exact) return MERGED
  const place = at > 0 ? LATER : exact ? EXACT : name.starts[0] === wanted.joined ? NEARLY : FIRST
  return place + KINDS[name.kind] - (whole ? 0.5 : 0)
}
const best = (one, rank, name = one.names[0]) => ({ ...one, rank, matched: name })
const inNames = (entries, wanted) => {
  const hits = []
  for (const one of entries) {
    let rank = Infinity, matched
    if (one.keys.some((key) => key === wanted.typed || key === wanted.joined)) rank = -1
    else for (const name of one.names) {
      const found = rankOf(name, wanted)
      if (found < rank) rank = found, matched = name
    }
    if (rank > LATER && one.keys.some((key) => key.startsWith(wanted.joined))) rank = LATER, matched = undefined
    if (rank === Infinity && wanted.tokens.every((token) => one.keys.some((key) => key.startsWith(token)) || one.names.some((name) => name.words.some((word) => word.startsWith(token))))) rank = ANY_ORDER
    if (rank === Infinity && one.compounds && one.names.some(({ whole }) => whole.includes(wanted.joined))) rank = WITHIN
    if (rank < Infinity) hits.push(best(one, rank, matched))
  }
  const better = wanted.tokens.length === 1 ? hits.filter(({ rank }) => rank < ANY_ORDER) : []
  return better.length ? better : hits
}
// Where somebody asks about a place, the place is among the words.
const inPart = (entries, { tokens }) => {
  if (tokens.length < 2) return []
  const parts = new Set(tokens.flatMap((token, i) => [token, ...(i ? [tokens[i - 1] + token] : [])]))
  return entries.flatMap((one) => {
    const found = [...one.keys, ...one.names.map(({ starts }) => starts[0])].filter((key) => parts.has(key)).sort((a, b) => b.length - a.length)[0]
    return found ? [best(one, IN_PART - found.length / 10)] : []
  })
}
// One letter wrong, missing, too many, or two that changed places.
const slipped = (wanted, start) => {
  let i = 0
  while (i < wanted.length && wanted[i] === start[i]) i++
  if (i === 0 && wanted.length <= LEAST) return false
  return start.startsWith(wanted.slice(i + 1), i + 1) || start.startsWith(wanted.slice(i), i + 1) || start.startsWith(wanted.slice(i + 1), i)
    || (wanted[i] === start[i + 1] && wanted[i + 1] === start[i] && start.startsWith(wanted.slice(i + 2), i + 2))
}
const nearby = (entries, wanted) => {
  if (wanted.length < LEAST) return []
  return entries.flatMap((one) => one.names.flatMap((name) => {
    const at = name.starts.findIndex((start) => slipped(wanted, start))
    return at < 0 ? [] : [best(one, KINDS[name.kind] + (Math.abs(name.starts[at].length - wanted.length) > 1 ? 20 : 0) + (at ? 10 : 0), name)]
  }).sort(inOrder).slice(0, 1))
}

// What is left of a word when it is bent: «medlemmer» is found as «medlem».
const stem = (word) => word.length < 6 ? word : word.replace(/(?:enes|ene|ane|ers|er|en|et|e|a|s)$/, "").replace(/(.)\1$/, "$1")
const inText = ({ pages, common }, { tokens, all }) => {
  const stems = tokens.filter((token) => !common.has(token)).map((token) => ` ${stem(token)}`), phrase = ` ${all.join(" ")}`
  const count = ({ head }) => stems.filter((one) => head.includes(one)).length
  return !stems.length ? [] : pages.filter(({ head, body, headings }) => stems.every((one) => [head, body, ...headings.map((part) => part.head)].some((text) => text.includes(one)))).map((page) => {
    const part = page.headings.find((heading) => count(heading) > count(page) && count(heading) === stems.length)
    const found = { ...page, ...part, matched: { kind: 0 } }
    return { ...found, rank: IN_TEXT - 5 * count(found) / stems.length - (found.head.includes(phrase) ? 3 : 0) - (part ? 0 : 1) }
  })
}

const inOrder = (a, b) => a.rank - b.rank || a.group - b.group
// A text is searched only where one is given. Hands back the hits, the best first, and what to say of them.
export const search = (known, text, texts = { pages: [], common: new Set() }) => {
  let wanted = asked(text, known), hits = inNames(known.entries, wanted)
  if (!wanted.typed) return { hits: [], said: "" }
  const last = wanted.all.at(-1)
  if (!hits.length && wanted.tokens.length > 1 && [...known.empty].some((word) => word.startsWith(last))) {
    wanted = asked(words(text).slice(0, -1).join(" "), known)
    hits = inNames(known.entries, wanted)
  }
  if (!hits.length) hits = inPart(known.entries, wanted)
  const seen = new Set(hits.map(({ address }) => address))
  if (wanted.says || !hits.length) hits.push(...inText(texts, wanted).filter(({ address }) => !seen.has(address) && seen.add(address)))
  hits.sort(inOrder)
  const away = known.outside.filter(([name]) => name === wanted.joined)
  if (away.length) return { hits: hits.filter(({ rank }) => rank < IN_TEXT - 10), said: known.elsewhere.replace("{}", away[0][1]) }
  if (hits.length) return { hits, said: counted(hits) }
  hits = nearby(known.entries, wanted.joined).sort(inOrder)
  const near = !hits.length && known.outside.find(([name]) => wanted.joined.length >= LEAST && name.startsWith(wanted.joined))
  const none = near ? known.elsewhere.replace("{}", near[1]) : wanted.says ? `Ingen treff på «${text.trim()}».` : ""
  return { hits, said: `${none} ${hits.length ? `Mente du ${hits[0].matched.text}?` : near ? "" : "Skriv navnet på en kommune, en skole eller et nettverk."}`.trim() }
}
const counted = ({ length }) => length > SHOWN ? `${length} treff, de ${SHOWN} beste vises` : `${length} treff`

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}
const told = (hit) => {
  const { text, kind } = hit.matched
  return [kind === 2 ? `Tidligere ${text}.` : kind === 1 ? `${text}.` : "", hit.note].filter(Boolean).join(" ")
}
const line = (hit, base) => element("li", {}, element("a", { href: new URL(hit.address, base), textContent: hit.name }), " ", element("span", {}, told(hit)))
// The best of the hits in groups, that of the best first.
export const draw = (place, { hits }, known, base) => {
  const groups = new Map()
  for (const hit of hits.slice(0, SHOWN)) groups.set(hit.group, [...(groups.get(hit.group) ?? []), hit])
  place.replaceChildren(...[...groups].map(([group, found]) => element("section", { ariaLabel: known.groups[group] },
    element("p", { className: "sok-gruppe", textContent: known.groups[group] }), element("ul", { className: "sok-liste" }, ...found.map((hit) => line(hit, base))))))
}
