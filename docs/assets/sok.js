// The one core of the finder and the site search. It loads at their first use; what it knows comes from two generated files.
export const SHOWN = 20
const LETTERS = { æ: "a", ø: "o", đ: "d", ð: "d", ŋ: "n", ŧ: "t" }
export const fold = (text) => text.toLowerCase().replace(/[æøđðŋŧ]/g, (letter) => LETTERS[letter]).normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/a[ae]|oe/g, (two) => two[0])
const words = (text) => fold(text).split(/[^a-z0-9]+/).filter(Boolean)
const joined = (text) => words(text).join("")

// How far a hit is from the best: lower is better. A place's own name goes before another name for it, and that before a former one.
const EXACT = 0, NEARLY = 0.4, FIRST = 2, MERGED = 3.4, LATER = 4, KINDS = [0, 1, 6], FORMER = 2, ANY_ORDER = 11, WITHIN = 12, IN_PART = 20, IN_TEXT = 30
// The shortest word that a slip is looked for in, and the shortest beginning of a kommune elsewhere.
const LEAST = 4

// A name and what finds it: its own words from each of them on, so that «lia» finds «Prøvedal kommune Lia skole».
const named = (text, kind, empty) => {
  const all = words(text), own = all.filter((word) => !empty.has(word)), kept = own.length ? own : all
  return { text, kind, words: all, whole: all.join(""), starts: kept.map((_, i) => kept.slice(i).join("")) }
}
// In the names of pages and terms a word is also found inside another: «avtale» in «samarbeidsavtale» (`compounds`).
const entry = (group, compounds, [name, address, note, others = [], former = [], keys = []], empty) => {
  const names = [named(name, 0, empty), ...others.map((other) => named(other, 1, empty)), ...former.map((old) => named(old, FORMER, empty))]
  const joinedKeys = keys.map(joined)
  return {
    group, name, address, note, compounds, names, keys: joinedKeys,
    run: [...joinedKeys, ...names.flatMap(({ starts, whole }) => [starts[0], whole])].join(" "),
    all: ` ${[...joinedKeys, ...names.flatMap((one) => one.words)].join(" ")}`,
  }
}
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

// Each key press asks this of thousands of names: what cannot fit is told by one look.
const rankOf = (name, wanted) => {
  let at = 0
  while (at < name.starts.length && !name.starts[at].startsWith(wanted.joined)) at++
  const whole = name.whole.startsWith(wanted.whole)
  if (at === name.starts.length && !whole) return Infinity
  const exact = name.whole === wanted.joined || name.whole === wanted.whole
  if (name.kind === FORMER && exact) return MERGED
  const place = exact ? EXACT : name.starts[0] === wanted.joined ? NEARLY : at > 0 && !whole ? LATER : FIRST
  return place + KINDS[name.kind] - (whole ? 0.5 : 0)
}
const rankEntry = (one, wanted) => {
  let rank = Infinity, matched = one.names[0]
  if (one.run.includes(wanted.joined) || one.run.includes(wanted.whole)) {
    if (one.keys.includes(wanted.typed) || one.keys.includes(wanted.joined)) return { one, rank: -1, matched }
    for (const name of one.names) {
      const found = rankOf(name, wanted)
      if (found < rank) rank = found, matched = name
    }
    if (rank > LATER && one.keys.some((key) => key.startsWith(wanted.joined))) return { one, rank: LATER, matched: one.names[0] }
    if (rank === Infinity && one.compounds) rank = WITHIN
  }
  if (rank > ANY_ORDER && wanted.tokens.every((token) => one.all.includes(` ${token}`))) rank = ANY_ORDER
  return rank < Infinity ? { one, rank, matched } : undefined
}
const inNames = (entries, wanted) => {
  const hits = []
  for (const one of entries) {
    const hit = rankEntry(one, wanted)
    if (hit) hits.push(hit)
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
    return found ? [{ one, rank: IN_PART - found.length / 10, matched: one.names[0] }] : []
  })
}
// One letter wrong, missing, too many, or two that changed places.
const slipped = (wanted, start) => {
  let i = 0
  while (i < wanted.length && wanted[i] === start[i]) i++
  if (i === 0 && (wanted.length <= LEAST || (wanted[1] !== start[1] && wanted[0] !== start[1] && wanted[1] !== start[0]))) return false
  return start.startsWith(wanted.slice(i + 1), i + 1) || start.startsWith(wanted.slice(i), i + 1) || start.startsWith(wanted.slice(i + 1), i)
    || (wanted[i] === start[i + 1] && wanted[i + 1] === start[i] && start.startsWith(wanted.slice(i + 2), i + 2))
}
const nearby = (entries, wanted) => {
  const hits = []
  if (wanted.length < LEAST) return hits
  for (const one of entries) {
    let rank = Infinity, matched
    for (const name of one.names) for (let at = 0; at < name.starts.length; at++) {
      const start = name.starts[at]
      if (!slipped(wanted, start)) continue
      const far = KINDS[name.kind] + (Math.abs(start.length - wanted.length) > 1 ? 20 : 0) + (at ? 10 : 0) + (name.whole === start ? 0 : NEARLY)
      if (far < rank) rank = far, matched = name
    }
    if (matched) hits.push({ one, rank, matched })
  }
  return hits
}

const NO_NAME = { kind: 0 }
// What is left of a word when it is bent: «medlemmer» is found as «medlem».
const stem = (word) => word.length < 6 ? word : word.replace(/(.)\1?(?:enes|ene|ane|ers|er|en|et|e|a|s)$/, "$1")
const inText = ({ pages, common }, { tokens, all }) => {
  const stems = tokens.filter((token) => !common.has(token)).map((token) => ` ${stem(token)}`), phrase = ` ${all.join(" ")}`
  const count = ({ head }) => stems.filter((one) => head.includes(one)).length
  return !stems.length ? [] : pages.filter(({ head, body, headings }) => stems.every((one) => [head, body, ...headings.map((part) => part.head)].some((text) => text.includes(one)))).map((page) => {
    const part = page.headings.find((heading) => count(heading) > count(page) && count(heading) === stems.length)
    const found = part ? { ...page, ...part } : page
    return { one: found, matched: NO_NAME, rank: IN_TEXT - 5 * count(found) / stems.length - (found.head.includes(phrase) ? 3 : 0) - (part ? 0 : 1) }
  })
}

const inOrder = (a, b) => a.rank - b.rank || a.one.group - b.one.group
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
  const seen = new Set(hits.map(({ one }) => one.address))
  if (wanted.says || !hits.length) hits.push(...inText(texts, wanted).filter(({ one }) => !seen.has(one.address) && seen.add(one.address)))
  hits.sort(inOrder)
  const away = known.outside.filter(([name]) => name === wanted.joined)
  if (away.length) return { hits: hits.filter(({ rank }) => rank < IN_TEXT - 10), said: known.elsewhere.replace("{}", away[0][1]) }
  if (hits.length) return { hits, said: counted(hits) }
  hits = nearby(known.entries, wanted.joined).sort(inOrder)
  const near = wanted.joined.length >= LEAST + !!hits.length && known.outside.find(([name]) => name.startsWith(wanted.joined))
  if (near) return { hits: [], said: known.elsewhere.replace("{}", near[1]) }
  const none = wanted.says ? `Ingen treff på «${text.trim()}». ` : ""
  return { hits, said: none + (hits.length ? `Mente du ${hits[0].matched.text}?` : "Skriv navnet på en kommune, en skole eller et nettverk.") }
}
const counted = ({ length }) => length > SHOWN ? `${length} treff, de ${SHOWN} beste vises` : `${length} treff`

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}
const told = ({ one, matched: { text, kind } }) =>
  [kind === FORMER ? `Tidligere ${text}.` : kind === 1 ? `${text}.` : "", one.note].filter(Boolean).join(" ")
const line = (hit, base) => element("li", {}, element("a", { href: new URL(hit.one.address, base), textContent: hit.one.name }), " ", element("span", {}, told(hit)))
// The best of the hits in groups, that of the best first.
export const draw = (place, { hits }, known, base) => {
  const groups = new Map()
  for (const hit of hits.slice(0, SHOWN)) groups.set(hit.one.group, [...(groups.get(hit.one.group) ?? []), hit])
  place.replaceChildren(...[...groups].map(([group, found]) => element("section", { ariaLabel: known.groups[group] },
    element("p", { className: "sok-gruppe", textContent: known.groups[group] }), element("ul", { className: "sok-liste" }, ...found.map((hit) => line(hit, base))))))
}
