// A change of the data, put together here and sent by whoever made it: nothing leaves the page
// by itself. It becomes a text of operations, which «python -m macros endre» reads.
import { fold } from "./fold.js"
import {
  chooser,
  dateField,
  field,
  fill,
  h,
  momentField,
  noOffice,
  notNew,
  sayMoment,
  sayNar,
  textField,
  ticks,
} from "./rediger-felt.js"

const root = document.querySelector(".rediger")
const $ = (id) => document.getElementById(`rediger-${id}`)
const DRAFT_KEY = "kompetanseutvikling/rediger"
const SHOWN = 12
// The kinds of records to begin with.
const STARTS = ["nettverk", "ar", "syklus", "begrep"]
// What a browser takes in an address, and what mail programs do.
const LONGEST = { github: 7000, mail: 1900 }
const status = $("status"),
  say = (text) => {
    status.textContent = text
  }
const kept = () => {
  try {
    return Object(JSON.parse(localStorage.getItem(DRAFT_KEY)))
  } catch {
    return {}
  }
}
const keep = () => {
  try {
    localStorage.setItem(DRAFT_KEY, JSON.stringify({ ops: [...ops.values()], told }))
  } catch {
    /* then it lasts as long as the page */
  }
}
let data,
  byAddress,
  people,
  told = "" // Who told it: a text, or what a new document says of itself.
const unfit = new Map() // What stands in a field and cannot be sent, by the same.
// What is to be done, by what it is about: the same question answered again takes the place of the
// answer.
const ops = new Map()

const kindOf = (record) => data.slag[record[2]].slag
const fieldsOf = (record) =>
  data.slag[record[2]].felt.map((about, place) => ({ ...about, nå: record[3][place] }))
const inside = (record, path) =>
  data.oppforinger.filter(([address]) => address.startsWith(`${record[0]}/${path}`))
const nameOf = (collection, id) => data.valg[collection]?.[id] ?? id
const shown = (about, value) =>
  value == null
    ? ""
    : about.fra
      ? [value]
          .flat()
          .map((id) => nameOf(about.fra, id))
          .join(about.liste ? "\n" : ", ")
      : [value].flat().join("\n")
const person = (given) => (typeof given === "string" ? nameOf("kontakter", given) : given.navn)

const put = (key, op, what) => {
  if (op) ops.set(key, { nøkkel: key, op, ...what })
  else ops.delete(key)
  keep()
  drawProposal()
}

// ── The record that is chosen ──
const open = (record) => {
  const part = $("oppforing")
  part.hidden = false
  $("sok").value = ""
  search()
  part.replaceChildren(h("h2", {}, record[1]), ...(FORMS[kindOf(record)] ?? plainForm)(record))
  if (record[4])
    part.firstChild.after(h("p", { class: "rediger-hjelp" }, `Slik står det nå (${record[4]}).`))
  if (location.hash.slice(1) !== record[0]) history.replaceState(null, "", `#${record[0]}`)
  part.focus({ preventScroll: true })
  part.scrollIntoView({ block: "start" })
}
// A button that looks like a link; `label` is what one hears, where the words alone do not say it.
const linkButton = (words, act, label) =>
  h(
    "button",
    { type: "button", class: "rediger-lenke", "aria-label": label, onclick: () => act() },
    words,
  )
const openLink = (record, words) => linkButton(words ?? record[1], () => open(record))

// One field of a record, which is heard while it is written.
const setField = (record, about) => {
  const key = `sett ${record[0]} ${about.felt}`,
    now = shown(about, about.nå),
    slip = () => ops.get(key)?.op.skrivefeil
  unfit.delete(key)
  const changed = (value, empty, wrong) => {
    if (wrong) unfit.set(key, `${record[1]}, ${about.ord.toLowerCase()}: ${wrong}`)
    else unfit.delete(key)
    const same =
      JSON.stringify(value ?? null) === JSON.stringify(about.nå ?? null) ||
      (empty && about.nå == null)
    const op = {
      gjor: "sett",
      oppforing: record[0],
      felt: about.felt,
      ...(about.nå == null ? {} : { fra: about.nå }),
      til: empty ? null : value,
    }
    if (slip()) op.skrivefeil = true
    put(key, same || (value === undefined && !empty) ? null : op, {
      om: `${record[1]}: ${about.ord.toLowerCase()}`,
      før: now || "(ingenting)",
      etter: empty ? "(tas bort)" : shown(about, value),
    })
  }
  const written = ops.get(key)?.op
  return textField(data, about, written ? shown(about, written.til) : now, changed)
}
const slipBox = (record) =>
  box(
    "Bare en skrivefeil: kilden og tiden er de samme som før",
    [...ops.values()].some(({ op }) => op.oppforing === record[0] && op.skrivefeil),
    (on) => {
      for (const one of ops.values())
        if (one.op.gjor === "sett" && one.op.oppforing === record[0]) {
          if (on) one.op.skrivefeil = true
          else delete one.op.skrivefeil
        }
      keep()
      drawProposal()
    },
  )
const box = (words, checked, changed) => {
  const control = h("input", {
    type: "checkbox",
    checked,
    onchange: () => changed(control.checked),
  })
  return h("label", { class: "rediger-kryss" }, control, h("span", {}, words))
}
const part = (title, ...children) =>
  h("section", { class: "rediger-gruppe" }, h("h3", {}, title), ...children)
const fold_ = (title, ...children) =>
  h("details", { class: "rediger-gruppe" }, h("summary", {}, title), ...children)
// What is wrong in a text of the part is told there already, and must not be left out unsaid.
const add = (words, act) =>
  h(
    "p",
    {},
    h(
      "button",
      {
        type: "button",
        class: "knapp",
        onclick: ({ target }) => {
          const wrong = target
            .closest(".rediger-gruppe")
            ?.querySelector(":is(textarea, input:not([list]))[aria-invalid]")
          if (wrong) wrong.focus()
          else act()
        },
      },
      words,
    ),
  )
// All of a record is right, or no longer said to be.
const putConfirmed = (record, on) =>
  put(`bekreft ${record[0]}`, on && { gjor: "bekreft", oppforing: record[0] }, {
    om: record[1],
    før: record[5]?.[0] ? `bekreftet ${record[5][0]}` : "ikke bekreftet",
    etter: "stemmer nå",
  })
const confirmBox = (record, words) =>
  box(words, ops.has(`bekreft ${record[0]}`), (on) => putConfirmed(record, on))

const plainForm = (record) => [
  ...fieldsOf(record).map((about) => setField(record, about)),
  ...(data.slag[record[2]].uten_kilde ? [] : [slipBox(record)]),
]

// «Slutter»: when.
const endForm = (record, title, words) => {
  const time = momentField(words)
  return part(
    title,
    time.node,
    add("Legg til i meldingen", () => {
      const nar = time.value()
      if (nar)
        put(
          `slutter ${record[0]}`,
          { gjor: "slutter", oppforing: record[0], nar },
          { om: record[1], før: record[4] || "nå", etter: `slutter: til og med ${sayMoment(nar)}` },
        )
    }),
  )
}

// «Begynner»: who, from where, when. One who is new on the site gets a name.
const beginForm = (network, what) => {
  const who = chooser(data, "kontakter", "Hvem begynner?", {
    hjelp: "Velg fra listen. Er personen ny her, skriver du fullt navn.",
    fritt: true,
    dom: (text, found) => (found ? already(found) : notNew(data, people, text, isNew)),
  })
  const already = ([id, name]) =>
    inside(byAddress.get(network), what).some(({ 5: place }) => place?.[0] && place[1] === id)
      ? fill(data.verv.alt[what], { who: name, network: byAddress.get(network)[1] })
      : ""
  const where = chooser(data, "institusjoner", "Hvor arbeider personen?")
  const mail = textField(
    data,
    {
      ...rules("epost"),
      ord: "E-postadressen på jobben",
      hjelp: "Bare hvis personen er ny her, vet om det og den skal stå på siden.",
    },
    "",
    (value) => {
      address = value
    },
  )
  let address,
    isNew = false
  const sure = box(
    "Personen er ny på nettstedet, selv om navnet kan ligne på en annens",
    false,
    (on) => {
      isNew = on
    },
  )
  const time = momentField("Fra når?", (nar) =>
    what === "representant" && `${nar}-01-01`.slice(0, 10) > new Date().toLocaleDateString("sv")
      ? fill(data.verv.senere, { "": sayMoment(nar) })
      : "",
  )
  return part(
    what === "representant" ? "Ny representant" : "Ny utviklingspartner (UP1)",
    who.node,
    where.node,
    mail,
    sure,
    time.node,
    add("Legg til i meldingen", () => {
      const given = who.value(),
        institusjon = where.value(what === "representant"),
        nar = time.value()
      if (!given || !nar || (what !== "representant" && !institusjon)) return
      const whom = given.id ?? {
        navn: given.text,
        ...(address ? { epost: address } : {}),
        ...(isNew ? { ny: true } : {}),
        ...(institusjon ? { institusjon: institusjon.id } : {}),
      }
      put(
        `begynner ${network} ${what} ${given.id ?? given.text}`,
        {
          gjor: "begynner",
          oppforing: `${network}/${what}`,
          person: whom,
          nar,
          ...(what === "representant" ? {} : { institusjon: institusjon.id }),
        },
        {
          om: `${byAddress.get(network)[1]}: ${what === "representant" ? "representant" : "UP1"}`,
          før: "",
          etter: `${person(whom)} fra ${sayMoment(nar)}`,
        },
      )
    }),
  )
}
const rules = (name) =>
  data.slag.flatMap(({ felt }) => felt).find(({ felt, monster }) => felt === name && monster) ?? {}

// A new date: common in a cycle, or a network's own.
const newDate = (list, about) => {
  const title = textField(
    data,
    { ...rules("tittel"), ord: "Hva skjer?", krav: true },
    "",
    (value) => {
      given.tittel = value
    },
  )
  const given = {},
    when = dateField("Når?")
  const place = textField(data, { felt: "sted", ord: "Hvor?" }, "", (value) => {
    given.sted = value
  })
  const types = ticks("Hva slags?", data.typer),
    groups = ticks("Hvem er den for?", data.malgrupper)
  const adopted = choice("Er datoen vedtatt?", {
    vedtatt: "Ja, den er vedtatt",
    forelopig: "Nei, den er foreløpig",
  })
  const own =
    list.startsWith("nettverk/") &&
    Object.keys(data.frister).length &&
    choice("Er det nettverkets egen dato for en felles frist?", data.frister, "", "Nei")
  return part(
    "Ny dato",
    title,
    when.node,
    place,
    types.node,
    groups.node,
    ...(own ? [own.node] : []),
    adopted.node,
    add("Legg til i meldingen", () => {
      const nar = when.value(),
        type = types.value(),
        malgruppe = groups.value(),
        state = adopted.value(),
        common = own && own.value(true)
      if (!given.tittel) return say("Skriv hva som skjer.")
      if (!nar || !type || !malgruppe || !state) return
      put(
        `ny ${list} ${given.tittel}`,
        {
          gjor: "ny",
          oppforing: list,
          verdi: {
            tittel: given.tittel,
            type,
            nar,
            ...(given.sted ? { sted: given.sted } : {}),
            malgruppe,
            ...(common ? { for: common } : {}),
            status: state,
          },
        },
        { om: about, før: "", etter: `${given.tittel}, ${sayNar(nar)}` },
      )
    }),
  )
}
const choice = (label, words, now = "", none = "Velg") => {
  const control = h(
    "select",
    {},
    h("option", { value: "" }, none),
    ...Object.entries(words).map(([id, text]) =>
      h("option", { value: id, selected: id === now }, text),
    ),
  )
  const made = field(label, control)
  return {
    node: made.node,
    value: (open) => (
      control.value || open ? made.error("") : made.error("Velg en av dem."),
      control.value
    ),
  }
}

// An event: another day, or cancelled.
const eventForm = (record) => {
  const [text, nar] = record[5]
  return [
    moveForm(
      record[0],
      record[1],
      text,
      nar,
      fieldsOf(record).find(({ felt }) => felt === "status")?.nå,
    ),
    part("Avlyst", ...cancelForm(record)),
    fold_("Rett teksten", ...plainForm(record)),
  ]
}
const moveForm = (address, name, text, nar, state) => {
  const when = dateField("Ny dato", nar),
    adopted = choice(
      "Er datoen vedtatt?",
      { vedtatt: "Ja, den er vedtatt", forelopig: "Nei, den er foreløpig" },
      state,
    )
  let sted
  const place = textField(
    data,
    { felt: "sted", ord: "Nytt sted", hjelp: "Bare når stedet er nytt." },
    "",
    (value) => {
      sted = value
    },
  )
  return part(
    "Ny dato eller nytt klokkeslett",
    h("p", {}, `Nå står det: ${text || "ingen dato"}.`),
    when.node,
    place,
    adopted.node,
    add("Legg til i meldingen", () => {
      const given = when.value(),
        status = adopted.value(true)
      if (given)
        put(
          `flytt ${address}`,
          {
            gjor: "flytt",
            oppforing: address,
            nar: given,
            ...(status ? { status } : {}),
            ...(sted ? { sted } : {}),
          },
          {
            om: name,
            før: text || "ingen dato",
            etter: [sayNar(given), sted].filter(Boolean).join(", "),
          },
        )
    }),
  )
}
const cancelForm = (record) => {
  let grunn
  const why = textField(
    data,
    { felt: "avlyst_grunn", ord: "Hvorfor er den avlyst?", krav: true },
    "",
    (value) => {
      grunn = value
    },
  )
  return [
    why,
    add(
      "Legg til i meldingen",
      () =>
        grunn &&
        put(
          `avlys ${record[0]}`,
          { gjor: "avlys", oppforing: record[0], grunn },
          { om: record[1], før: record[5][0], etter: `avlyst: ${grunn}` },
        ),
    ),
  ]
}

// A network: what is said of it now, each with «Endre», and all of it with «Stemmer».
const networkForm = (record) => {
  const facts = [
    ...inside(record, "representant").filter(([address]) => address.endsWith("representant")),
    ...inside(record, "utviklingspartnere/").filter((one) => one[5]?.[0]),
  ]
  const rest = [
    ...inside(record, "skoler"),
    ...inside(record, "ppt"),
    ...inside(record, "om/"),
    ...inside(record, "friskoler/"),
  ].filter(([address]) => !address.includes("/merknader/"))
  const dates = inside(record, "hendelser/").filter((one) => kindOf(one) === "hendelse")
  return [
    reviewForm(record, [...facts, ...rest]),
    ...(dates.length ? [part("Nettverkets egne datoer", list(dates))] : []),
    fold_("Ny utviklingspartner (UP1)", beginForm(record[0], "utviklingspartnere")),
    fold_("Ny representant", beginForm(record[0], "representant")),
    fold_("Ny dato i nettverket", newDate(`${record[0]}/hendelser`, record[1])),
    Object.assign(fold_("Navn, kommuner, nettsted og plan", ...plainForm(record)), {
      id: "rediger-rest",
    }),
  ]
}
const openRest = () => {
  const rest = $("rest")
  rest.open = true
  rest.querySelector("summary").focus()
}
// Each line is right, or changed; when every one is, the network is confirmed.
const reviewForm = (record, facts) => {
  const owners = shown(
    { fra: "kommuner" },
    fieldsOf(record).find(({ felt }) => felt === "kommuner")?.nå,
  )
  const lines = [
    ...(owners ? [[record, `Kommuner: ${owners}`]] : []),
    ...facts.map((one) => [one, describe(one)]),
  ]
  const left = h("p", { class: "rediger-hjelp", role: "status" })
  const rows = lines.map(([one, words]) => [
    one,
    h("input", { type: "checkbox", "aria-label": `Stemmer: ${words}` }),
    words,
  ])
  const confirmed = () => {
    const waiting = rows.filter(
      ([one, control]) =>
        !control.checked &&
        ![...ops.values()].some(({ op }) => op.oppforing === one[0] && op.gjor !== "bekreft"),
    ).length
    left.textContent = waiting
      ? `${waiting} igjen. Når alle linjene stemmer eller er endret, blir nettverket bekreftet.`
      : "Alt er sett over. Nettverket blir bekreftet."
    if (ops.has(`bekreft ${record[0]}`) === Boolean(waiting)) putConfirmed(record, !waiting)
  }
  for (const [, control] of rows) control.addEventListener("change", confirmed)
  if (ops.has(`bekreft ${record[0]}`)) for (const [, control] of rows) control.checked = true
  confirmed()
  return part(
    "Det som står nå",
    h("p", {}, "Kryss av for «Stemmer» ved hver linje, eller trykk «Endre»."),
    h(
      "ul",
      { class: "rediger-fakta" },
      ...rows.map(([one, control, words]) =>
        h(
          "li",
          {},
          h(
            "label",
            { class: "rediger-kryss" },
            control,
            h("span", {}, h("strong", {}, "Stemmer"), ` ${words}`),
          ),
          linkButton("Endre", () => (one === record ? openRest() : open(one)), `Endre: ${words}`),
        ),
      ),
    ),
    left,
  )
}
const list = (records) =>
  h(
    "ul",
    { class: "rediger-fakta" },
    ...records.map((one) =>
      h(
        "li",
        {},
        h("span", {}, describe(one)),
        " ",
        linkButton("Endre", () => open(one), `Endre: ${one[1]}`),
      ),
    ),
  )
const describe = (record) => {
  const part = record[1].split(": ").slice(1).join(": ") || record[1],
    name = part[0].toUpperCase() + part.slice(1)
  if (kindOf(record) === "hendelse") return `${part}, ${record[5][0]}`
  const values = kindOf(record)
    ? []
    : fieldsOf(record)
        .filter(({ nå }) => nå != null && nå !== "false" && nå !== part)
        .slice(0, 2)
        .map(
          (about) => `${about.ord.toLowerCase()} ${shown(about, about.nå).replaceAll("\n", ", ")}`,
        )
  const whole = fieldsOf(record).find(({ felt }) => felt === "tekst")?.nå
  const mail = record[5]?.[1] && byAddress.get(`kontakter/${record[5][1]}`)
  if (whole) return `${whole} (${record[4]})`
  return [
    values.length ? `${name}: ${values.join(", ")}` : name,
    mail && shown({}, fieldsOf(mail).find(({ felt }) => felt === "epost")?.nå),
    record[4],
  ]
    .filter(Boolean)
    .join(", ")
}

const cycleForm = (record) => [
  part(
    "Datoene i årshjulet",
    list(inside(record, "hendelser/").filter((one) => kindOf(one) === "hendelse")),
  ),
  fold_("Ny felles dato", newDate(`${record[0]}/hendelser`, record[1])),
  fold_("Rett teksten", ...plainForm(record)),
]
const personForm = (record) => {
  let post
  return [
    part(
      "Navn, e-post og telefon",
      ...plainForm(record).slice(0, -1),
      confirmBox(
        record,
        "Navnet, e-postadressen og telefonnummeret er riktige nå, med endringene i meldingen",
      ),
      slipBox(record),
    ),
    fold_(
      "Ny stilling eller nytt verv",
      textField(
        data,
        {
          felt: "tekst",
          ord: "Stillingen, med enheten",
          hjelp: "Som «Førsteamanuensis, Institutt for lærerutdanning».",
        },
        "",
        (value) => {
          post = value
        },
      ),
      add(
        "Legg til i meldingen",
        () =>
          post &&
          put(
            `ny ${record[0]}/stillinger`,
            { gjor: "ny", oppforing: `${record[0]}/stillinger`, verdi: { tekst: post } },
            { om: `${record[1]}: stilling`, før: "", etter: post },
          ),
      ),
    ),
    fold_("Har sluttet", endForm(record, "Har sluttet", "Når sluttet personen?")),
  ]
}
const partnerForm = (record) => {
  const network = record[0].split("/").slice(0, 2).join("/"),
    up1 = kindOf(record) === "up1"
  return [
    endForm(
      record,
      `${nameOf("kontakter", record[5][1])} slutter`,
      "Når er siste måned eller dag?",
    ),
    beginForm(network, up1 ? "utviklingspartnere" : "representant"),
    h(
      "p",
      {},
      "Er e-posten eller navnet feil? ",
      openLink(byAddress.get(`kontakter/${record[5][1]}`), "Endre opplysningene om personen"),
      ". ",
      openLink(byAddress.get(network), "Se hele nettverket"),
      ".",
    ),
    ...(fieldsOf(record).length ? [fold_("Rett resten", ...plainForm(record))] : []),
  ]
}
// A school year that has no cycle yet: the first date makes the draft of it.
const yearForm = (record) => {
  const rows = h(
      "select",
      {},
      h("option", { value: "" }, "Velg"),
      ...data.monster.map(([id, title]) => h("option", { value: id }, title)),
    ),
    holder = h("div")
  rows.addEventListener("change", () => {
    const chosen = data.monster.find(([id]) => id === rows.value)
    holder.replaceChildren(
      ...(chosen
        ? [
            moveForm(
              `${record[0]}/hendelser/${chosen[0]}`,
              `${record[1]}: ${chosen[1]}`,
              "",
              {},
              "",
            ),
          ]
        : []),
    )
  })
  return [
    h(
      "p",
      {},
      "Dette årshjulet finnes ikke ennå. Når en dato er bestemt, lages et utkast av det som pleide å" +
        " skje, og datoen settes inn.",
    ),
    field("Hvilken dato er bestemt?", rows).node,
    holder,
    fold_("En dato som ikke pleide å være der", newDate(`${record[0]}/hendelser`, record[1])),
  ]
}
// A term that is new: others may link to it, so it is written whole.
const termForm = (record) => {
  const given = {},
    fields = data.slag.find(({ felt }) => felt.some(({ felt: name }) => name === "term")).felt
  const asked = Object.entries({
    term: "Ordet eller uttrykket",
    kort: "Forklaringen i én setning",
    forklaring: "Mer om ordet",
    varianter: "Andre ord for det samme",
  }).map(([name, ord]) =>
    textField(
      data,
      { ...fields.find(({ felt }) => felt === name), ord, hjelp: "" },
      "",
      (value) => {
        given[name] = value
      },
    ),
  )
  return [
    ...asked,
    add("Legg til i meldingen", () => {
      if (!given.term || !given.kort) return say("Skriv ordet og den korte forklaringen.")
      put(
        `ny begrep ${given.term}`,
        {
          gjor: "ny",
          oppforing: record[0],
          verdi: Object.fromEntries(Object.entries(given).filter(([, value]) => value?.length)),
        },
        { om: record[1], før: "", etter: `${given.term}: ${given.kort}` },
      )
    }),
  ]
}
const FORMS = {
  begrep: termForm,
  person: personForm,
  up1: partnerForm,
  representant: partnerForm,
  nettverk: networkForm,
  hendelse: eventForm,
  syklus: cycleForm,
  ar: yearForm,
}

// ── The proposal ──
const text = () => {
  const lines = [...ops.values()].map(({ op }) => `  ${JSON.stringify(op)}`)
  const by = JSON.stringify(typeof told === "string" ? told.trim() : told)
  return `{"opplyst_av": ${by},\n "endringer": [\n${lines.join(",\n")}\n ]}`
}
const drawProposal = () => {
  const all = [...ops.values()]
  $("melding").hidden = all.length === 0
  $("endringer").replaceChildren(
    h(
      "ul",
      { class: "rediger-endringer" },
      ...all.map(({ nøkkel, om, før, etter }) =>
        h(
          "li",
          {},
          h("strong", {}, om),
          h(
            "div",
            { class: "rediger-par" },
            h(
              "p",
              {},
              h("span", { class: "rediger-merke" }, "Nå"),
              " ",
              h("span", {}, før || "(ingenting)"),
            ),
            h("p", {}, h("span", { class: "rediger-merke" }, "Blir"), " ", h("span", {}, etter)),
          ),
          linkButton(
            "Ta bort",
            () => {
              put(nøkkel)
              say("Tatt bort.")
            },
            `Ta bort: ${om}`,
          ),
        ),
      ),
    ),
  )
  drawWays()
}
const drawTold = () => {
  const tell = (value) => {
    told = value
    keep()
    drawWays()
  }
  if (typeof told !== "string")
    return $("hvem").replaceChildren(
      h(
        "p",
        {},
        h("strong", {}, "Det står i: "),
        `${told.tittel} (${told.utgiver}, ${sayMoment(told.dato)}) `,
        linkButton("Ta bort", () => {
          tell("")
          drawTold()
        }),
      ),
    )
  const who = chooser(data, "kilder", "Hvem har opplyst det?", {
    hjelp:
      "Rollen eller enheten, som «skoleeieren», ikke et personnavn. Det blir stående som kilde. Står" +
      " det i en av kildene, velger du den.",
    fritt: true,
    verdi: told,
    dom: (text) => noOffice(data, people, text),
    endret: tell,
  })
  $("hvem").replaceChildren(
    who.node,
    fold_(
      "Står det i et dokument som ikke er i listen?",
      ...documentForm((given) => {
        tell(given)
        drawTold()
      }),
    ),
  )
}
const documentForm = (use) => {
  const given = {},
    fields = data.slag.find(({ felt }) => felt.some(({ felt: name }) => name === "utgiver")).felt,
    when = momentField("Når er dokumentet fra?")
  const ask = (name, ord, hjelp = "") =>
    textField(data, { ...fields.find(({ felt }) => felt === name), ord, hjelp }, "", (value) => {
      given[name] = value
    })
  return [
    ask("tittel", "Tittelen på dokumentet"),
    ask("kort", "Kortnavn", "Det som står etter «Kilde:», som «Årshjul 2027»"),
    ask("utgiver", "Hvem har gitt det ut?"),
    when.node,
    ask("lenke", "Adressen på nettet"),
    add("Bruk dokumentet", () => {
      const dato = when.value()
      if (!given.tittel || !given.kort || !given.utgiver)
        return say("Skriv tittelen, kortnavnet og utgiveren.")
      if (dato)
        use({
          tittel: given.tittel,
          kort: given.kort,
          utgiver: given.utgiver,
          dato,
          ...(given.lenke ? { lenke: given.lenke } : {}),
        })
    }),
  ]
}
// What the program would refuse the whole of it for.
const wrongs = () => {
  const all = [...ops.values()],
    {
      person: { felt, samlet },
      opplyst,
    } = data,
    by = typeof told === "string" && told.trim()
  const source =
    by &&
    Object.entries(data.valg.kilder).find(([, name]) => name.toLowerCase() === by.toLowerCase())
  const confirmed = new Set(
    all.filter(({ op }) => op.gjor === "bekreft").map(({ op }) => op.oppforing),
  )
  return [
    ...new Set([
      ...unfit.values(),
      by ? noOffice(data, people, by) : "",
      ...all
        .filter(
          ({ op }) =>
            op.gjor === "sett" &&
            felt.includes(op.felt) &&
            byAddress.has(op.oppforing) &&
            kindOf(byAddress.get(op.oppforing)) === "person" &&
            !op.skrivefeil &&
            !confirmed.has(op.oppforing),
        )
        .map(({ om }) => `${om.split(": ")[0]}: ${samlet}`),
      confirmed.size && (!by || (source && !source[0].includes(opplyst.merke)))
        ? opplyst.dokument
        : "",
    ]),
  ].filter(Boolean)
}
// A way to send it: what to press, and what comes of that.
const way = (control, help) => h("p", {}, control, " ", h("span", { class: "rediger-hjelp" }, help))
const drawWays = () => {
  const holder = $("send"),
    { repo, post } = root.dataset
  if (typeof told === "string" && !told.trim())
    return holder.replaceChildren(
      h(
        "p",
        { class: "rediger-hjelp" },
        "Skriv hvem som har opplyst det. Da kommer tre måter å sende på her.",
      ),
    )
  const wrong = wrongs()
  if (wrong.length)
    return holder.replaceChildren(
      h("p", { class: "rediger-feil" }, "Før du sender:"),
      h("ul", {}, ...wrong.map((words) => h("li", {}, words))),
    )
  const whole = text(),
    names = [...new Set([...ops.values()].map(({ om }) => om.split(":")[0]))],
    title = `Endring: ${names.slice(0, 3).join(", ")}`
  const said = [...ops.values()]
    .map(({ om, før, etter }) => `- ${om}: ${før ? `${før} → ` : ""}${etter}`)
    .join("\n")
  const mail = `${said}\n\nTeksten under leses av et program. La den stå.\n\n${whole}`
  const github =
    repo && `${repo}/issues/new?template=endring.yml&title=${encodeURIComponent(title)}`
  const full = github && `${github}&endring=${encodeURIComponent(whole)}`,
    letter = post && `mailto:${post}?subject=${encodeURIComponent(title)}`,
    filled = letter && `${letter}&body=${encodeURIComponent(mail.replaceAll("\n", "\r\n"))}`
  const area = h(
    "textarea",
    { readonly: true, rows: 6, id: "rediger-tekst", class: "rediger-tekst" },
    whole,
  )
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(whole)
    } catch {
      area.select()
      document.execCommand("copy")
    }
    say("Teksten er kopiert.")
  }
  holder.replaceChildren(
    h("h3", {}, "Send meldingen"),
    h(
      "div",
      { class: "rediger-veier" },
      ...[
        repo &&
          way(
            h(
              "a",
              { class: "knapp", href: full.length > LONGEST.github ? github : full },
              "Send på GitHub",
            ),
            full.length > LONGEST.github
              ? "Teksten er for lang for lenken: kopier den under, og lim den inn."
              : "Krever en konto. Du får svar der med en gang.",
          ),
        post &&
          way(
            h(
              "a",
              { class: "knapp", href: filled.length > LONGEST.mail ? letter : filled },
              "Send som e-post",
            ),
            filled.length > LONGEST.mail
              ? "Teksten er for lang for lenken: kopier den under, og lim den inn i e-posten."
              : "Åpner e-postprogrammet ditt.",
          ),
        way(
          h("button", { type: "button", class: "knapp", onclick: copy }, "Kopier teksten"),
          repo || post
            ? "Så kan du sende den på en annen måte."
            : "Send den til den som har ansvar for nettstedet.",
        ),
      ].filter(Boolean),
    ),
    h("label", { for: "rediger-tekst" }, "Teksten som sendes"),
    area,
  )
}

// ── Finding the record ──
const search = () => {
  const wanted = fold($("sok").value).split(/\s+/).filter(Boolean)
  const start = !wanted.length && $("oppforing").hidden
  const hits = start
    ? STARTS.flatMap((kind) => data.oppforinger.filter((record) => kindOf(record) === kind))
    : wanted.length
      ? data.oppforinger.filter((record) => wanted.every((word) => record.sok.includes(word)))
      : []
  if (!start) hits.sort((a, b) => rank(b, wanted) - rank(a, wanted))
  $("antall").textContent = start
    ? "Eller velg et nettverk, et årshjul eller et nytt begrep:"
    : !wanted.length
      ? ""
      : hits.length
        ? hits.length > SHOWN
          ? `${hits.length} treff, de ${SHOWN} første vises`
          : `${hits.length} treff`
        : "Ingen treff. Prøv et annet ord, eller skriv det under «Noe annet er feil»."
  $("treff").classList.toggle("rediger-start", start)
  $("treff").classList.add("rediger-klar")
  $("treff").replaceChildren(
    ...hits.slice(0, start ? undefined : SHOWN).map((record) => h("li", {}, openLink(record))),
  )
}
const rank = (record, wanted) =>
  (wanted.every((word) => fold(record[1]).includes(word)) ? 2 : 0) + (kindOf(record) ? 1 : 0)

const start = async () => {
  const source = new URL(root.dataset.fra, location.href)
  data = await (await fetch(source)).json()
  data.slag.push({ slag: "ar", felt: [], uten_kilde: true })
  for (const year of data.ar)
    data.oppforinger.push([
      `sykluser/${year}`,
      `Årshjulet ${year.replace("-", "–")} (ikke laget ennå)`,
      data.slag.length - 1,
      [],
      "",
    ])
  data.slag.push({ slag: "begrep", felt: [], uten_kilde: true })
  data.oppforinger.push(["begreper", "Nytt begrep", data.slag.length - 1, [], ""])
  for (const record of data.oppforinger)
    record.sok = fold(
      `${record[1]} ${record[3]
        .flat()
        .filter((value) => typeof value === "string")
        .join(" ")}`,
    )
  byAddress = new Map(data.oppforinger.map((record) => [record[0], record]))
  people = data.oppforinger
    .filter((record) => kindOf(record) === "person")
    .flatMap((record) =>
      [record[1], ...(fieldsOf(record).find(({ felt }) => felt === "skrivemater").nå ?? [])].map(
        (spelling) => [spelling, record[1]],
      ),
    )
  const saved = kept()
  told = typeof saved.told === "string" || saved.told?.tittel ? saved.told : ""
  for (const one of Array.isArray(saved.ops) ? saved.ops : [])
    if (one?.op?.gjor) ops.set(one.nøkkel, one)
  drawTold()
  drawProposal()
  $("sok").addEventListener("input", search)
  search()
  $("slett").addEventListener("click", () => {
    if (!confirm("Vil du slette alt du har skrevet her?")) return
    ops.clear()
    unfit.clear()
    told = ""
    try {
      localStorage.removeItem(DRAFT_KEY)
    } catch {
      /* then there was nothing to wipe */
    }
    $("oppforing").hidden = true
    drawTold()
    drawProposal()
    say("Alt er slettet.")
  })
  const follow = () => {
    const wanted = decodeURIComponent(location.hash.slice(1)),
      record = byAddress.get(wanted)
    if (record) open(record)
    else if (wanted.includes("/"))
      say("Dette kan ikke endres i skjemaet. Skriv det under «Noe annet er feil».")
  }
  addEventListener("hashchange", follow)
  follow()
}
start().catch(() => say("Opplysningene kunne ikke hentes. Last siden på nytt."))
