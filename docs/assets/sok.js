// The one core of the finder and the site search. It loads at their first use; what it knows
// comes from two generated files.
import { fold, simple } from "./fold.js"

export const SHOWN = 20
const parted = (folded) => folded.split(/[^a-z0-9]+/).filter(Boolean)
const words = (text) => parted(fold(text))
const joined = (text) => words(text).join("")

// How far a hit is from the best: lower is better. A place's own name goes before a former one,
// that before the schools that are called so, and they before another name for a place.
const LITERAL = -0.1,
  EXACT = 0,
  NEARLY = 0.4,
  FIRST = 2,
  MERGED = -0.2,
  LATER = 4,
  KINDS = [0, 1, 6],
  FORMER = 2,
  ANY_ORDER = 11,
  WITHIN = 12,
  IN_PART = 20,
  IN_TEXT = 30
// The shortest word that a slip is looked for in, that is found inside another, and that begins
// a kommune elsewhere.
const LEAST = 4
// The schools of a place that were asked for by level: those named after it, the public ones,
// the others. All go before the place itself.
const BY_NAME = -0.4,
  BY_PLACE = -0.3,
  BY_LEVEL = -0.02,
  PRIVATE = 0.15

// The words that say something; all of them where none does. A word for a level says more than
// one that is empty.
const telling = (all, silent) => {
  const left = all.filter((word) => !silent.has(word))
  return left.length ? left : all
}
// A name and what finds it: its own words from each of them on, so that «lia» finds «Prøvedal
// kommune Lia skole».
const named = (text, kind, silent, empty) => {
  const all = words(text),
    spoken = telling(all, silent),
    own = telling(spoken, empty)
  return {
    text,
    kind,
    words: all,
    typed: all.join(""),
    whole: spoken.join(""),
    starts: own.map((_, i) => own.slice(i).join("")),
  }
}
// In the names of pages and terms a word is also found inside another: «avtale» in
// «samarbeidsavtale» (`compounds`).
const entry = (
  group,
  compounds,
  [name, address, note, others = [], former = [], keys = [], school = ""],
  silent,
  empty,
) => {
  const number = address.match(/[0-9]{9}$/),
    [levels, place = address.split("#")[0]] = school.split(" ")
  const names = [
    [name, 0],
    ...others.map((other) => [other, 1]),
    ...former.map((old) => [old, FORMER]),
  ].map(([text, kind]) => named(text, kind, silent, empty))
  const joinedKeys = [...keys, ...(number ?? [])].map(joined)
  return {
    group,
    name,
    address,
    note,
    compounds,
    names,
    keys: joinedKeys,
    levels,
    place,
    run: [
      ...joinedKeys,
      ...names.flatMap(({ starts, whole, typed }) => [starts[0], whole, typed]),
    ].join(" "),
    all: ` ${[...joinedKeys, ...names.flatMap((one) => one.words)].join(" ")} `,
  }
}
export const prepare = ({ tomme, trinn, like, utenfor, grupper }) => {
  const silent = new Set(tomme.flatMap(words)),
    empty = new Set([...silent, ...trinn.flatMap(([, asking]) => asking).flatMap(words)])
  const entries = grupper.flatMap(([, found], group) =>
    found.map((one) => entry(group, group >= grupper.length - 2, one, silent, empty)),
  )
  const places = entries.filter(({ group }) => group === 0),
    schools = entries.filter(({ levels }) => levels),
    named = new Map(places.map((one) => [one.address, one]))
  for (const one of schools) one.where = ` ${named.get(one.place)?.names[0].words.join(" ") ?? ""} `
  return {
    silent,
    empty,
    entries,
    places,
    schools,
    groups: grupper.map(([label]) => label),
    levels: new Map(
      trinn.flatMap(([level, asking]) => asking.map((word) => [joined(word), level])),
    ),
    like: new Map(like.map(([word, meant]) => [joined(word), words(meant)])),
    outside: utenfor.navn.map((name) => [joined(name), name]),
    elsewhere: utenfor.svar,
  }
}
// What terms and pages say of themselves is searched with the texts. Each word comes with the
// pages that have it.
const FIRST_PAGE = "0".charCodeAt()
export const prepareText = (
  { vanlige, ord, sider },
  { entries, groups: { length: pageGroup } },
) => {
  const found = sider.map(() => ""),
    listed = ord.split(" "),
    named = new Map(entries.map((one) => [one.address, one]))
  for (let i = 0; i < listed.length; i += 2)
    for (const page of listed[i + 1]) found[page.charCodeAt() - FIRST_PAGE] += ` ${listed[i]}`
  const pages = sider.map(([address, name, headings = []], i) => {
    const known = named.get(address)
    return {
      address,
      name: name ?? known?.name ?? "",
      note: known?.note ?? "",
      group: known?.group ?? pageGroup - 2,
      head: spaced(name ?? known?.name ?? ""),
      body: spaced(found[i] + " " + (known?.note ?? "")),
      headings: headings.map(([anchor, heading]) => ({
        address: address + anchor,
        name: heading,
        note: name,
        head: spaced(`${name} ${heading}`),
      })),
    }
  })
  const told = new Set(pages.map(({ address }) => address))
  return {
    common: new Set(vanlige.flatMap(words)),
    pages: [
      ...entries
        .filter(({ compounds, address }) => compounds && !told.has(address))
        .map((one) => ({ ...one, head: spaced(one.name), headings: [], body: spaced(one.note) })),
      ...pages,
    ],
  }
}
const spaced = (text) => ` ${words(text).join(" ")}`

const asked = (text, { silent, empty, like, levels }) => {
  const all = words(text).flatMap((word) => like.get(word) ?? [word]),
    spoken = telling(all, silent),
    tokens = [...new Set(telling(spoken, empty))],
    forms = { typed: joined(text), whole: spoken.join(""), joined: tokens.join("") }
  return {
    all,
    spoken: spoken.map((word) => ` ${word} `),
    tokens,
    begun: tokens.map((token) => ` ${token}`),
    says: all.some((word) => !empty.has(word)),
    levels: all.map((word) => levels.get(word)).filter((level) => level !== undefined),
    ...forms,
    forms: [...new Set(Object.values(forms))],
  }
}

// Each key press asks this of thousands of names: what cannot fit is told by one look.
const rankOf = (name, wanted) => {
  let at = 0
  while (at < name.starts.length && !name.starts[at].startsWith(wanted.joined)) at++
  const whole = name.whole.startsWith(wanted.whole) || name.typed.startsWith(wanted.typed)
  if (at === name.starts.length && !whole) return Infinity
  const same = name.typed === wanted.typed,
    exact = same || name.whole === wanted.joined || name.whole === wanted.whole
  if (name.kind === FORMER && exact) return MERGED
  const place = same
    ? LITERAL
    : exact
      ? EXACT
      : name.starts[0] === wanted.joined
        ? NEARLY
        : at > 0 && !whole
          ? LATER
          : FIRST
  return place + KINDS[name.kind] - (whole ? 0.5 : 0)
}
// Of a school, its kommune may be among the words.
const inAnyOrder = ({ all, where }, begun) => {
  let own = 0
  for (const word of begun) {
    if (all.includes(word)) own++
    else if (!where?.includes(word)) return false
  }
  return own > 0
}
// Among those that fit equally well, the one goes first that has most of the words; one that its
// kommune has counts half.
const fitting = ({ all, where }, spoken) =>
  spoken.reduce(
    (sum, word) => sum + (all.includes(word) ? 1 : where?.includes(word) ? 0.5 : 0),
    0,
  ) / 1000
const rankEntry = (one, wanted) => {
  let rank = Infinity,
    matched = one.names[0]
  if (wanted.forms.some((form) => one.run.includes(form))) {
    if (one.keys.includes(wanted.typed)) return { one, rank: -2, matched }
    if (one.keys.includes(wanted.joined)) return { one, rank: -1, matched }
    for (const name of one.names) {
      const found = rankOf(name, wanted)
      if (found < rank) ((rank = found), (matched = name))
    }
    if (rank > LATER && one.keys.some((key) => key.startsWith(wanted.joined)))
      return { one, rank: LATER, matched: one.names[0] }
    if (rank === Infinity && one.compounds && wanted.joined.length >= LEAST) rank = WITHIN
  }
  if (rank > ANY_ORDER && inAnyOrder(one, wanted.begun)) rank = ANY_ORDER
  return rank < Infinity ? { one, rank: rank - fitting(one, wanted.spoken), matched } : undefined
}
const inNames = (entries, wanted) => {
  const hits = []
  for (const one of entries) {
    const hit = rankEntry(one, wanted)
    if (hit) hits.push(hit)
  }
  const better = wanted.tokens.length === 1 ? hits.filter(({ rank }) => rank < ANY_ORDER - 0.5) : []
  return better.length ? better : hits
}
// «Prøvedal vgs»: the schools of a place, where a level is asked for. With a word that says no
// level, all of them.
const inPlace = (known, { all, levels, joined }, hits, given) => {
  const places = !levels.length
    ? []
    : (given ??
      known.places.filter(({ names }) => names.some(({ starts }) => starts[0] === joined)))
  if (!places.length) return hits
  const addresses = new Set(places.map(({ address }) => address)),
    wanted = [...levels.join("")]
  const called = all.filter((word) => known.levels.get(word)).map((word) => word.slice(0, LEAST))
  const schools = known.schools.filter(
    (one) => addresses.has(one.place) && wanted.every((level) => one.levels.includes(level)),
  )
  return !schools.length
    ? hits
    : [
        ...hits.filter(({ one }) => !one.levels || !addresses.has(one.place)),
        ...schools.map((one) => {
          const own = hits.find((hit) => hit.one === one)
          const rank =
            (own && own.rank < LATER ? BY_NAME : BY_PLACE) +
            (one.levels.includes("p") ? PRIVATE : 0) +
            (called.some((word) => one.names[0].whole.includes(word)) ? BY_LEVEL : 0)
          return { one, matched: one.names[0], ...own, rank: Math.min(own?.rank ?? rank, rank) }
        }),
      ]
}
const partsOf = ({ tokens }) =>
  tokens.length < 2
    ? []
    : tokens
        .flatMap((token, i) => [token, ...(i ? [tokens[i - 1] + token] : [])])
        .filter((part) => part.length > 1)
// Where somebody asks about a place, the place is among the words; a whole name goes before one
// that only begins so.
const inPart = (entries, wanted) => {
  const parts = new Set(partsOf(wanted))
  return entries.flatMap((one) => {
    const found = [...one.keys, ...one.names.map(({ starts }) => starts[0])]
      .filter((key) => parts.has(key))
      .sort((a, b) => b.length - a.length)[0]
    return found
      ? [
          {
            one,
            rank:
              IN_PART -
              found.length / 10 -
              (one.names.some(({ whole }) => whole === found) ? 0.05 : 0),
            matched: one.names[0],
          },
        ]
      : []
  })
}
// One letter wrong, missing, too many, or two that changed places.
const slipped = (wanted, start) => {
  let i = 0
  while (i < wanted.length && wanted[i] === start[i]) i++
  if (
    i === 0 &&
    (wanted.length <= LEAST ||
      (wanted[1] !== start[1] && wanted[0] !== start[1] && wanted[1] !== start[0]))
  )
    return false
  return (
    start.startsWith(wanted.slice(i + 1), i + 1) ||
    start.startsWith(wanted.slice(i), i + 1) ||
    start.startsWith(wanted.slice(i + 1), i) ||
    (wanted[i] === start[i + 1] &&
      wanted[i + 1] === start[i] &&
      start.startsWith(wanted.slice(i + 2), i + 2))
  )
}
// A school's name, level and all, but for one slip.
const mended = ({ schools }, { whole }) =>
  schools.flatMap((one) => {
    const matched = one.names.find(
      (name) => Math.abs(name.whole.length - whole.length) < 2 && slipped(whole, name.whole),
    )
    return matched ? [{ one, matched, rank: BY_NAME }] : []
  })
const nearby = (entries, wanted) => {
  const hits = []
  if (wanted.length < LEAST) return hits
  for (const one of entries) {
    let rank = Infinity,
      matched
    for (const name of one.names)
      for (let at = 0; at < name.starts.length; at++) {
        const start = name.starts[at]
        if (!slipped(wanted, start)) continue
        const far =
          KINDS[name.kind] +
          (Math.abs(start.length - wanted.length) > 1 ? 20 : 0) +
          (at ? 10 : 0) +
          (name.whole === start ? 0 : NEARLY)
        if (far < rank) ((rank = far), (matched = name))
      }
    if (
      !matched &&
      isNaN(wanted) &&
      one.keys.some((key) => Math.abs(key.length - wanted.length) < 2 && slipped(wanted, key))
    )
      ((rank = 1), (matched = one.names[0]))
    if (matched) hits.push({ one, rank, matched })
  }
  return hits
}

const NO_NAME = { kind: 0 }
// What is left of a word when it is bent: «medlemmer» is found as «medlem».
// macros/frame/page_text.py has bent the pages' words so.
const stem = (word) =>
  word.length < 6 ? word : word.replace(/(.)\1?(?:enes|ene|ane|ers|er|en|et|e|a|s)$/, "$1")
const inText = ({ pages, common }, { tokens, all }) => {
  const stems = tokens.filter((token) => !common.has(token)).map((token) => ` ${stem(token)}`),
    phrase = ` ${all.join(" ")}`
  const count = ({ head }) => stems.filter((one) => head.includes(one)).length
  return !stems.length
    ? []
    : pages
        .filter(({ head, body, headings }) =>
          stems.every((one) =>
            [head, body, ...headings.map((part) => part.head)].some((text) => text.includes(one)),
          ),
        )
        .map((page) => {
          const part = page.headings.find(
            (heading) => count(heading) > count(page) && count(heading) === stems.length,
          )
          const found = part ? { ...page, ...part } : page
          return {
            one: found,
            matched: NO_NAME,
            rank:
              IN_TEXT -
              (5 * count(found)) / stems.length -
              (found.head.includes(phrase) ? 3 : 0) -
              (part ? 0 : 1),
          }
        })
}

const inOrder = (a, b) => a.rank - b.rank || a.one.group - b.one.group
const without = (hits, others) =>
  hits.filter(({ one }) => others.every((other) => other.one !== one))
// What is near in letters, after the schools that are; at last where «oe» was no ø but a slip.
const guesses = ({ entries, empty }, wanted, text, slips) => {
  const near = [...slips, ...without(nearby(entries, wanted.joined), slips).sort(inOrder)]
  const apart = parted(simple(text.toLowerCase()))
    .filter((word) => !empty.has(word))
    .join("")
  return near.length || apart === wanted.joined ? near : nearby(entries, apart).sort(inOrder)
}
// «prøvedalkommune»: a word that says nothing is cut off the last one.
const unglued = (text, { empty, like }) => {
  const last = words(text).at(-1),
    end = [...empty, ...like.keys()]
      .filter(
        (word) =>
          word.length > 2 &&
          last.length - word.length > 2 &&
          last.endsWith(word) &&
          !empty.has(last.slice(0, -word.length)),
      )
      .sort((a, b) => b.length - a.length)[0]
  return end && [...words(text).slice(0, -1), last.slice(0, -end.length), end].join(" ")
}
// A text is searched only where one is given. Hands back the hits, the best first, and what to
// say of them.
export const search = (known, text, texts = { pages: [], common: new Set() }) => {
  let wanted = asked(text, known),
    hits = inPlace(known, wanted, inNames(known.entries, wanted))
  if (!wanted.typed) return { hits: [], said: text.trim() && HINT }
  const last = wanted.all.at(-1)
  if (
    !hits.length &&
    wanted.tokens.length > 1 &&
    [...known.empty].some((word) => word.startsWith(last))
  ) {
    wanted = asked(words(text).slice(0, -1).join(" "), known)
    hits = inPlace(known, wanted, inNames(known.entries, wanted))
  }
  const parts = hits.length ? [] : partsOf(wanted),
    own = hits.some(({ rank }) => rank <= EXACT + KINDS[1])
  const away = own
    ? undefined
    : known.outside.find(([name]) => name === wanted.joined || parts.includes(name))
  if (away) return { hits: hits.sort(inOrder), said: known.elsewhere.replace("{}", away[1]) }
  const slips =
    (wanted.levels.length || !hits.length) && hits.every(({ rank }) => rank > EXACT + KINDS[1])
      ? mended(known, asked(text, known))
      : []
  hits = hits.length || slips.length ? without(hits, slips) : inPart(known.entries, wanted)
  const near = hits.length ? slips : guesses(known, wanted, text, slips)
  const seen = new Set(hits.map(({ one }) => one.address))
  if (wanted.says || !hits.length)
    hits.push(
      ...inText(texts, wanted).filter(({ one }) => !seen.has(one.address) && seen.add(one.address)),
    )
  hits.sort(inOrder)
  // A whole name that is one slip away is meant sooner than a word that stands somewhere in a text.
  const meant = near.filter(({ rank, one }) => rank < 1 && one.group < known.groups.length - 2)
  if (hits.length && !slips.length && !(meant.length && hits[0].rank > IN_TEXT - 2))
    return { hits, said: counted(hits) }
  const apart = near.length ? "" : unglued(text, known),
    again = apart && search(known, apart, texts)
  if (again && again.said === counted(again.hits)) return again
  const start =
    !slips.length &&
    wanted.joined.length >= LEAST + !!near.length &&
    known.outside.find(([name]) => name.startsWith(wanted.joined))
  if (start) return { hits: [], said: known.elsewhere.replace("{}", start[1]) }
  const none = wanted.says ? `Ingen treff på «${text.trim()}». ` : "",
    place = near[0]?.one.group === 0 && near[0].rank < 1 ? [near[0].one] : []
  const all = [...inPlace(known, wanted, near, place).sort(inOrder), ...hits]
  return {
    hits: all,
    said:
      none +
      (near.length
        ? `Mente du ${near[0].matched.text}?`
        : /^[0-9]{4}$/.test(wanted.typed)
          ? "Søket kjenner ikke postnumre. Skriv navnet på kommunen eller skolen."
          : HINT),
  }
}
const HINT = "Skriv navnet på en kommune, en skole eller et nettverk."
const counted = ({ length }) =>
  length > SHOWN ? `${length} treff, de ${SHOWN} beste vises` : `${length} treff`

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties)
  made.append(...children)
  return made
}
const told = ({ one, matched: { text, kind } }) =>
  [kind === FORMER ? `Tidligere ${text}.` : kind === 1 ? `${text}.` : "", one.note]
    .filter(Boolean)
    .join(" ")
const line = (hit, base) =>
  element(
    "li",
    {},
    element("a", { href: new URL(hit.one.address, base), textContent: hit.one.name }),
    " ",
    element("span", {}, told(hit)),
  )
// The best of the hits in groups, that of the best first. What a phone shows at once is drawn at
// once, the rest when the fingers rest; where the same lines stand already, nothing is.
const IN_SIGHT = 8,
  drawn = new WeakMap()
export const draw = (place, { hits }, known, base) => {
  const best = hits.slice(0, SHOWN),
    groups = [...new Set(best.map(({ one }) => one.group))]
  const lines = groups.flatMap((group) => best.filter(({ one }) => one.group === group)),
    before = drawn.get(place) ?? []
  if (
    lines.length === before.length &&
    lines.every(({ one, matched }, i) => one === before[i].one && matched === before[i].matched)
  )
    return
  drawn.set(place, lines)
  place.replaceChildren()
  add(place, lines.slice(0, IN_SIGHT), known, base)
  if (lines.length > IN_SIGHT)
    setTimeout(
      () => drawn.get(place) === lines && add(place, lines.slice(IN_SIGHT), known, base),
      100,
    )
}
const add = (place, lines, known, base) => {
  for (const hit of lines) {
    const label = known.groups[hit.one.group]
    if (place.lastElementChild?.ariaLabel !== label)
      place.append(
        element(
          "section",
          { ariaLabel: label },
          element("p", { className: "sok-gruppe", textContent: label }),
          element("ul", { className: "sok-liste" }),
        ),
      )
    place.lastElementChild.lastElementChild.append(line(hit, base))
  }
}
// Arrows walk from the field through the hits and back; among them, Home and End go to the first
// and the last.
export const steer = (field, place) => {
  const move = (event) => {
    const links = [...place.querySelectorAll("a")],
      at = links.indexOf(document.activeElement),
      among = at >= 0
    const to = {
      ArrowDown: links[at + 1],
      ArrowUp: among && (links[at - 1] ?? field),
      Home: among && links[0],
      End: among && links.at(-1),
    }[event.key]
    if (!to) return
    event.preventDefault()
    to.focus()
  }
  for (const one of [field, place]) one.addEventListener("keydown", move)
}
