// The fields of «Meld endring»: texts that are judged while they are written, choices by name,
// and times as times.
import { fold } from "./fold.js"

export const h = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value)
    else if (name in node && typeof value === "boolean")
      node[name === "readonly" ? "readOnly" : name] = value
    else if (value !== false && value != null) node.setAttribute(name, value === true ? "" : value)
  }
  node.append(...children)
  return node
}
let count = 0
const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Date(2000, month).toLocaleDateString("nb", { month: "long" }),
)

// A control with its name, help and what is wrong with it.
export const field = (label, control, help = "") => {
  const id = control.id || `felt-${(count += 1)}`,
    wrong = h("p", { class: "rediger-feil", id: `${id}-feil`, role: "alert" })
  control.id = id
  control.setAttribute(
    "aria-describedby",
    [help && `${id}-hjelp`, `${id}-feil`].filter(Boolean).join(" "),
  )
  const node = h(
    "div",
    { class: "rediger-felt" },
    h("label", { for: id }, label),
    ...(help ? [h("p", { class: "rediger-hjelp", id: `${id}-hjelp` }, help)] : []),
    control,
    wrong,
  )
  return {
    node,
    error: (text) => {
      wrong.textContent = text
      if (text) control.setAttribute("aria-invalid", "true")
      else control.removeAttribute("aria-invalid")
      return !text
    },
  }
}

const NONE = "Velg minst én."
// Some of a few. `changed` hears that another is chosen.
export const ticks = (legend, words, now = [], changed) => {
  const controls = Object.entries(words).map(([id, text]) => [
    id,
    h("input", { type: "checkbox", checked: now.includes(id), onchange: () => changed?.() }),
    text,
  ])
  const error = h("p", { class: "rediger-feil", role: "alert" })
  return {
    node: h(
      "fieldset",
      { class: "rediger-felt" },
      h("legend", {}, legend),
      ...controls.map(([, control, text]) =>
        h("label", { class: "rediger-kryss" }, control, h("span", {}, text)),
      ),
      error,
    ),
    value: () => {
      const chosen = controls.filter(([, control]) => control.checked).map(([id]) => id)
      error.textContent = chosen.length ? "" : NONE
      return chosen.length ? chosen : undefined
    },
  }
}

// A field of a record. `changed` hears the value, whether it is empty, and what is wrong with
// it: then there is no value.
export const textField = (data, about, now, changed) => {
  if (about.fra && !about.liste) {
    const made = chooser(data, about.fra, about.ord, {
      hjelp: about.hjelp,
      verdi: now,
      endret: () => {
        const found = made.value(true)
        changed(found?.id, !made.text(), found ? "" : made.said())
      },
    })
    return made.node
  }
  if (about.valg && about.liste) {
    const names = { ...data.typer, ...data.malgrupper }
    const made = ticks(
      about.ord,
      Object.fromEntries(about.valg.map((id) => [id, names[id] ?? id])),
      now.split("\n"),
      () => {
        const chosen = made.value()
        changed(chosen, false, chosen ? "" : NONE)
      },
    )
    return made.node
  }
  if (about.valg) {
    const words = {
      true: "Ja",
      false: "Nei",
      vedtatt: "Vedtatt",
      forelopig: "Foreløpig",
      avlyst: "Avlyst",
    }
    const control = h(
      "select",
      {},
      ...(about.krav ? [] : [h("option", { value: "" }, "Ikke oppgitt")]),
      ...about.valg.map((id) => h("option", { value: id, selected: id === now }, words[id] ?? id)),
    )
    control.addEventListener("change", () => changed(control.value, !control.value))
    return field(
      about.ord,
      control,
      about.valg.includes("true") && about.hjelp?.replace(/^«?true»?/, "Ja"),
    ).node
  }
  const long = about.liste || now.length > 60,
    control = long
      ? h("textarea", { rows: Math.min(8, Math.max(2, Math.ceil(now.length / 60))) })
      : h("input", { type: "text", autocomplete: "off" })
  control.value = now
  const made = field(
    about.ord,
    control,
    [about.hjelp, about.liste && "Én på hver linje"].filter(Boolean).join(". "),
  )
  const byName =
    about.fra &&
    Object.fromEntries(
      Object.entries(data.valg[about.fra]).map(([id, name]) => [name.toLowerCase(), id]),
    )
  control.addEventListener("input", () => {
    const lines = about.liste
      ? control.value
          .split("\n")
          .map((line) => line.trim())
          .filter(Boolean)
      : [control.value.trim()].filter(Boolean)
    const unknown = byName && lines.find((line) => !byName[line.toLowerCase()])
    const said = unknown
      ? `«${unknown}» finnes ikke. Velg en fra listen.`
      : complaint(data, about, lines)
    if (!made.error(said)) return changed(undefined, false, said)
    const values = byName ? lines.map((line) => byName[line.toLowerCase()]) : lines
    changed(about.liste ? values : values[0], !lines.length)
  })
  return made.node
}
// In the words of the models, which the data bring.
const complaint = (data, about, lines) => {
  if (!lines.length) return about.krav ? "Feltet må ha en verdi." : ""
  for (const line of lines) {
    if (about.monster && !new RegExp(about.monster, "u").test(line))
      return about.feil.replace("{}", line)
    const also = about.ikke?.find(([like]) =>
      typeof like === "string" ? new RegExp(like, "iu").test(line) : unfit(like, line),
    )
    if (also) return also[1].replace("{}", line)
    const longest = about.lengst ?? data.tegn.lengst
    if (line.length > longest) return fill(data.tegn.lang, { "": longest })
    const strange = !about.monster && new RegExp(data.tegn.monster).exec(line)
    if (strange) return data.tegn.feil.replace("{}", strange[0])
  }
  return ""
}

// Whether digits do not fit together.
const unfit = (weights, text) =>
  [...text.replaceAll(" ", "")].reduce((sum, digit, place) => sum + digit * weights[place], 0) % 11
// A sentence of the program with its places filled.
export const fill = (words, values) => words.replace(/\{(\w*)\}/g, (_, name) => values[name])
const slug = (text) =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .join("-")
// How much two texts have in common, as the program counts it: the longest run of signs, and
// what is alike on each side of it.
const common = (a, b) => {
  let most = 0,
    from = 0,
    at = 0
  for (let i = 0; i < a.length; i += 1)
    for (let j = 0; j < b.length; j += 1) {
      let run = 0
      while (i + run < a.length && a[i + run] === b[j + run]) run += 1
      if (run > most) [most, from, at] = [run, i, j]
    }
  return (
    most &&
    most +
      common(a.slice(0, from), b.slice(0, at)) +
      common(a.slice(from + most), b.slice(at + most))
  )
}
const listed = (names) =>
  names.length > 1 ? `${names.slice(0, -1).join(", ")} og ${names.at(-1)}` : names[0]

// Why a text is no name of somebody new; nothing when it may be. `people`: each spelling, and
// the name that it is one of.
export const notNew = ({ person }, people, text, sure) => {
  for (const [pattern, wrong, words] of person.regler) {
    const hit = new RegExp(pattern, "iu").exec(text)
    if (Boolean(hit) === wrong) return fill(words, { "": text, hit: hit?.[0].trim() })
  }
  const same = [text.toLowerCase(), text.toUpperCase()].indexOf(text)
  if (same >= 0) return fill(person.enform, { "": text, case: ["små", "store"][same] })
  const wanted = slug(text),
    known = people.find(([spelling]) => slug(spelling) === wanted)
  if (known) return fill(person.kjent, { "": known[1] })
  const near = people
    .map(([spelling, name]) => [
      (2 * common(slug(spelling), wanted)) / (slug(spelling).length + wanted.length),
      name,
    ])
    .filter(([alike]) => alike >= person.likhet)
    .sort(([a], [b]) => b - a)
  return near.length && !sure
    ? fill(person.ligner, {
        "": text,
        near: listed([...new Set(near.slice(0, 3).map(([, name]) => name))]),
      })
    : ""
}
// Why a text cannot say who told it.
export const noOffice = (data, people, text) => {
  const { opplyst, valg } = data,
    known = Object.entries(valg.kilder).find(
      ([, name]) => name.toLowerCase() === text.toLowerCase(),
    )
  if (known)
    return opplyst.udaterte.includes(known[0]) ? fill(opplyst.udatert, { "": known[1] }) : ""
  if (text.length > opplyst.lengst) return fill(data.tegn.lang, { "": opplyst.lengst })
  if (people.some(([spelling]) => slug(spelling) === slug(text)))
    return fill(opplyst.person, { "": text })
  if (/@|^[\d\W]*$/.test(text) || opplyst.ingen.includes(slug(text)))
    return fill(opplyst.ikke, { "": text })
  return complaint(data, {}, [text])
}

// One of a collection, by its name. Where the answer is free, another text is one too.
export const chooser = (
  data,
  collection,
  label,
  { hjelp = "", verdi = "", fritt = false, dom, endret } = {},
) => {
  const names = data.valg[collection],
    id = `liste-${collection}`
  if (!document.getElementById(id))
    document
      .querySelector(".rediger")
      .append(
        h("datalist", { id }, ...Object.values(names).map((name) => h("option", { value: name }))),
      )
  const control = h("input", { type: "text", list: id, autocomplete: "off" })
  control.value = verdi
  const made = field(label, control, hjelp || "Skriv litt av navnet, og velg fra listen.")
  const found = () =>
    Object.entries(names).find(
      ([, name]) => name.toLowerCase() === control.value.trim().toLowerCase(),
    )
  control.addEventListener("input", () => {
    if (made.node.querySelector(".rediger-feil").textContent) made.error("")
    endret?.(control.value)
  })
  const wrong = (text) =>
    !text
      ? ""
      : fritt
        ? dom?.(text, found())
        : found()
          ? ""
          : `«${text}» finnes ikke. Velg en fra listen.`
  control.addEventListener("change", () => made.error(wrong(control.value.trim()) ?? ""))
  return {
    node: made.node,
    text: () => control.value.trim(),
    said: () => wrong(control.value.trim()),
    value: (open = false) => {
      const text = control.value.trim(),
        hit = found(),
        said = wrong(text) || (text || open ? "" : "Svaret mangler.")
      return made.error(said) && text ? (hit ? { id: hit[0], text } : { text }) : null
    },
  }
}

const pad = (number) => String(number).padStart(2, "0")
const sayDay = (iso) => {
  const [year, month, day] = iso.split("-")
  return `${Number(day)}. ${MONTHS[month - 1]} ${year}`
}
const sayMonth = (iso) => {
  const [year, month] = iso.split("-")
  return `${MONTHS[month - 1]} ${year}`
}
export const sayMoment = (iso) =>
  iso.length > 7 ? sayDay(iso) : iso.length > 4 ? sayMonth(iso) : iso
export const sayNar = (nar) =>
  nar.dato
    ? `${sayDay(nar.dato)}${nar.kl ? ` kl. ${nar.kl}` : ""}`
    : nar.fra
      ? `${sayDay(nar.fra)} – ${sayDay(nar.til)}`
      : nar.maned
        ? `${nar.del ? `${nar.del} ` : ""}${sayMonth(nar.maned)}`
        : nar.fra_maned
          ? `${sayMonth(nar.fra_maned)} – ${sayMonth(nar.til_maned)}`
          : "udatert"

// A month as two controls: not every browser has one for it.
const month = (label, now = "") => {
  const which = h(
    "select",
    { "aria-label": `${label}: måned` },
    h("option", { value: "" }, "Måned"),
    ...MONTHS.map((name, place) =>
      h("option", { value: pad(place + 1), selected: now.slice(5, 7) === pad(place + 1) }, name),
    ),
  )
  const year = h("input", {
    type: "number",
    min: 2000,
    max: 2100,
    "aria-label": `${label}: år`,
    placeholder: "År",
    value: now.slice(0, 4),
  })
  return {
    node: h("span", { class: "rediger-maned" }, which, " ", year),
    value: () => (which.value && /^20\d\d$/.test(year.value) ? `${year.value}-${which.value}` : ""),
    year: () => (/^20\d\d$/.test(year.value) ? year.value : ""),
  }
}
const input = (type, label, value = "") => h("input", { type, "aria-label": label, value })
const framed = (legend, kinds, chosen, forms, judge = () => "") => {
  const how = h(
    "select",
    { "aria-label": `${legend.replace("?", "")}: hvor nøyaktig` },
    ...Object.entries(kinds).map(([id, words]) =>
      h("option", { value: id, selected: id === chosen }, words),
    ),
  )
  const holder = h("div", { class: "rediger-tid" }),
    wrong = h("p", { class: "rediger-feil", role: "alert" })
  const draw = () => {
    holder.replaceChildren(...forms[how.value].nodes)
    wrong.textContent = ""
  }
  how.addEventListener("change", draw)
  draw()
  return {
    node: h("fieldset", { class: "rediger-felt" }, h("legend", {}, legend), how, holder, wrong),
    value: () => {
      const found = forms[how.value].value()
      wrong.textContent =
        typeof found === "string" && found.startsWith("!") ? found.slice(1) : judge(found)
      return wrong.textContent ? null : found
    },
  }
}

// When something happens, as precisely as it is known: what stands under «nar».
export const dateField = (legend, now = {}) => {
  const day = input("date", "Dag", now.dato ?? now.fra),
    first = input("date", "Første dag", now.fra),
    last = input("date", "Siste dag", now.til)
  const at = input("date", "Dag", now.dato),
    [start = "", end = ""] = (now.kl ?? "").split("–"),
    from = input("time", "Fra klokken", start),
    to = input("time", "Til klokken", end)
  const one = month("Måneden", now.maned),
    some = month("Måneden", now.maned),
    half = h(
      "select",
      { "aria-label": "Del av måneden" },
      ...["primo", "medio", "ultimo"].map((id) =>
        h(
          "option",
          { value: id, selected: id === now.del },
          { primo: "begynnelsen (primo)", medio: "midten (medio)", ultimo: "slutten (ultimo)" }[id],
        ),
      ),
    )
  const begin = month("Første måned", now.fra_maned),
    close = month("Siste måned", now.til_maned)
  const chosen = now.kl
    ? "timer"
    : now.fra
      ? "dager"
      : now.del
        ? "del"
        : now.maned
          ? "maned"
          : now.fra_maned
            ? "maneder"
            : "dag"
  return framed(
    legend,
    {
      dag: "Én dag",
      timer: "Én dag, med klokkeslett",
      dager: "Flere dager",
      maned: "En måned",
      del: "En del av en måned",
      maneder: "Flere måneder",
    },
    chosen,
    {
      dag: { nodes: [day], value: () => (day.value ? { dato: day.value } : "!Velg dagen.") },
      timer: {
        nodes: [at, " fra ", from, " til ", to],
        value: () =>
          !at.value || !from.value || !to.value
            ? "!Velg dagen og begge klokkeslettene."
            : from.value >= to.value
              ? "!Den slutter før den begynner. Se på klokkeslettene."
              : { dato: at.value, kl: `${from.value}–${to.value}` },
      },
      dager: {
        nodes: [first, " til ", last],
        value: () =>
          !first.value || !last.value
            ? "!Velg første og siste dag."
            : first.value >= last.value
              ? "!Siste dag må komme etter første."
              : { fra: first.value, til: last.value },
      },
      maned: {
        nodes: [one.node],
        value: () => (one.value() ? { maned: one.value() } : "!Velg måned og år."),
      },
      del: {
        nodes: [half, " ", some.node],
        value: () =>
          some.value() ? { maned: some.value(), del: half.value } : "!Velg måned og år.",
      },
      maneder: {
        nodes: [begin.node, " til ", close.node],
        value: () =>
          !begin.value() || !close.value()
            ? "!Velg første og siste måned."
            : begin.value() >= close.value()
              ? "!Siste måned må komme etter første."
              : { fra_maned: begin.value(), til_maned: close.value() },
      },
    },
  )
}

// When something begins or ends: a year, a month or a day. `judge` says why it cannot be then.
export const momentField = (legend, judge) => {
  const day = input("date", "Dag"),
    one = month("Måneden"),
    year = h("input", {
      type: "number",
      min: 2000,
      max: 2100,
      "aria-label": "År",
      placeholder: "År",
    })
  return framed(
    legend,
    { maned: "Måneden", dag: "Dagen", ar: "Bare året" },
    "maned",
    {
      maned: { nodes: [one.node], value: () => one.value() || "!Velg måned og år." },
      dag: { nodes: [day], value: () => day.value || "!Velg dagen." },
      ar: {
        nodes: [year],
        value: () => (/^20\d\d$/.test(year.value) ? year.value : "!Skriv året med fire sifre."),
      },
    },
    judge,
  )
}
