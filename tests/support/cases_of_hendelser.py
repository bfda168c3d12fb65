"""The same as cases_of_rules.py, for the rules about the annual cycle and the templates."""

NORD, SYKLUS, MONSTER, MAL = (
    "nettverk/nord-eksempel",
    "arshjul/2024-2025",
    "arshjul/monster",
    "maler/provemal",
)
RAD = "Er den slettet, eller har den fått en ny id, henter du den gamle tilbake"
BEHOV = f"hendelsen «2024-2025/behovet» finnes ikke. Mente du «2024-2025/behov»? {RAD}"

Case = tuple[str, list[tuple[str, str, str]], list[str]]

EVENTS: list[Case] = [
    (
        "file_name_is_id",
        [(SYKLUS, "id: 2024-2025", "id: 2024")],
        [
            f"{SYKLUS}.yml:4: id-en er «2024», men filen heter 2024-2025.yml. Skriv «id:"
            " 2024-2025», eller gi filen navnet 2024.yml"
        ],
    ),
    (
        "file_name_is_id",
        [(SYKLUS, "id: 2024-2025", "id: nord-eksempel")],
        [
            f"{SYKLUS}.yml:4: id-en er «nord-eksempel», men filen heter 2024-2025.yml. Skriv «id:"
            " 2024-2025», eller gi filen navnet nord-eksempel.yml"
        ],
    ),
    (
        "intervals_in_order",
        [
            (
                SYKLUS,
                "gjelder: {fra: 2024-08, til: 2025-07}",
                "gjelder: {fra: 2025-07, til: 2024-08}",
            )
        ],
        [f"{SYKLUS}.yml:6: «til» (2024-08) er før «fra» (2025-07). Bytt om, eller rett den ene"],
    ),
    (
        "event_ids_unique",
        [(SYKLUS, "  - id: utbetaling\n", "  - id: vedtak\n")],
        [
            f"{SYKLUS}.yml:71: id-en «vedtak» er alt brukt på linje 63. Gi den nye hendelsen en"
            " annen id"
        ],
    ),
    (
        "events_inside_cycle",
        [(SYKLUS, "nar: {dato: 2024-09-02}", "nar: {dato: 2026-09-02}")],
        [
            f"{SYKLUS}.yml:20: 2. september 2026 er utenfor årshjulet, som går august 2024 – juli"
            " 2025. Rett datoen, eller «gjelder» øverst i filen"
        ],
    ),
    (
        "events_inside_cycle",
        [(SYKLUS, "ventes: {maned: 2025-03}", "ventes: {maned: 2025-08}")],
        [
            f"{SYKLUS}.yml:74: august 2025 er utenfor årshjulet, som går august 2024 – juli 2025."
            " Rett datoen, eller «gjelder» øverst i filen"
        ],
    ),
    (
        "audiences_have_columns",
        [(SYKLUS, "  samarbeidsforum: Forumet\n", "")],
        [
            f"{SYKLUS}.yml:{line}: årshjulet har ingen kolonne for «samarbeidsforum». Bruk skoler,"
            " nettverk, eller legg den til under «kolonner»"
            for line in (43, 59)
        ],
    ),
    (
        "schemes_of_the_cycle",
        [(SYKLUS, "ordning: gammel-ordning", "ordning: ny-ordning")],
        [
            f"{SYKLUS}.yml:23: «ny-ordning» er ikke blant ordningene til årshjulet. Bruk"
            " gammel-ordning, eller legg den til under «ordninger»"
        ],
    ),
    (
        "undated_between_two",
        [(SYKLUS, "etter: forum", "etter: forumet")],
        [
            f"{SYKLUS}.yml:59: «forumet» finnes ikke i denne filen. Skriv id-en til en rad som har"
            " en tid"
        ],
    ),
    (
        "undated_between_two",
        [(SYKLUS, "{etter: forum, for: vedtak}", "{etter: vedtak, for: forum}")],
        [f"{SYKLUS}.yml:59: «vedtak» kommer etter «forum». Bytt om"],
    ),
    (
        "local_deadlines",
        [(NORD, "    for: behov\n", "    for: behovet\n")],
        [
            f"{NORD}.yml:52: ingen felles hendelse heter «behovet». Skriv id-en slik den står i"
            " data/arshjul/"
        ],
    ),
    (
        "local_deadlines",
        [(NORD, "    for: behov\n", "    for: vedtak\n")],
        [
            f"{NORD}.yml:52: «vedtak» er ikke en frist som nettverkene setter selv. Slett «for»,"
            " eller merk den felles hendelsen med lokal_frist: true"
        ],
    ),
    (
        "local_deadlines",
        [(NORD, "nar: {dato: 2024-11-15}", "nar: {dato: 2024-09-16}")],
        [
            f"{NORD}.yml:50: Hint: 16. september 2024 er utenfor tiden for den felles fristen"
            " (oktober–desember 2024). Er datoen riktig?"
        ],
    ),
    (
        "local_deadlines",
        [(NORD, "nar: {dato: 2024-11-15}", "nar: {dato: 2025-02-03}")],
        [
            f"{NORD}.yml:50: Hint: 3. februar 2025 er utenfor tiden for den felles fristen"
            " (oktober–desember 2024). Er datoen riktig?"
        ],
    ),
    (
        "deadlines_on_working_days",
        [(NORD, "nar: {dato: 2024-11-15}", "nar: {dato: 2024-11-16}")],
        [f"{NORD}.yml:50: Hint: fristen 16. november 2024 er en lørdag. Er datoen riktig?"],
    ),
    (
        "changes_explained",
        [(SYKLUS, "    avlyst_grunn: Ingen hadde tid.\n", "")],
        [f"{SYKLUS}.yml:45: Hint: hendelsen er avlyst. Skriv gjerne hvorfor under «avlyst_grunn»"],
    ),
    (
        "changes_explained",
        [(SYKLUS, "flyttet_fra: 2024-10-03", "flyttet_fra: 2024-10-10")],
        [
            f"{SYKLUS}.yml:38: hendelsen er flyttet fra 10. oktober 2024, men står fortsatt den"
            " dagen. Rett «nar», eller slett «flyttet_fra»"
        ],
    ),
    (
        "rows_known",
        [(MONSTER, "observert: 2024-2025/behov\n", "observert: 2024-2025/behovet\n")],
        [f"{MONSTER}.yml:12: {BEHOV}"],
    ),
    (
        "patterns_observed",
        [(MONSTER, "maneder: januar\n", "maneder: februar\n")],
        [
            f"{MONSTER}.yml:23: «2024-2025/vedtak» var medio januar 2025, men mønsteret sier medio"
            " februar. Rett «maneder», eller slett linjen"
        ],
    ),
    (
        "patterns_in_order",
        [(MONSTER, "[oktober, november, desember]", "[oktober, desember, november]")],
        [
            f"{MONSTER}.yml:7: månedene følger ikke etter hverandre. Skriv alle i rekkefølge, som"
            " [oktober, november, desember]"
        ],
    ),
]
TEMPLATES: list[Case] = [
    (
        "both_written_forms",
        [(MAL, "{nb: Én linje, nn: Éi linje}", "Én linje")],
        [f"{MAL}.yml:30: teksten mangler på nynorsk. Skriv {{nb: …, nn: …}}"],
    ),
    (
        "template_ids_unique",
        [(MAL, "{id: dag, navn", "{id: ja, navn")],
        [f"{MAL}.yml:33: feltet «ja» står to ganger. Gi den ene en annen id"],
    ),
    (
        "fields_fit_their_kind",
        [(MAL, "slag: dato}", "slag: dato, rader: 2}")],
        [
            f"{MAL}.yml:32: «rader» brukes bare når slag er tabell. Slett linjen, eller skriv"
            " «slag: tabell»"
        ],
    ),
    (
        "rows_known",
        [(MAL, "2024-2025/behov,", "2024-2025/behovet,")],
        [f"{MAL}.yml:9: {BEHOV}"],
    ),
    (
        "official_forms",
        [(MAL, "skjema: behovsmelding", "skjema: behovsmeldingen")],
        [
            f"{MAL}.yml:10: skjemaet «behovsmeldingen» står ikke under «skjemaer» i"
            " data/nettsted.yml. Mente du «behovsmelding»?"
        ],
    ),
]
THE_WORK: list[Case] = [
    (
        "lanes_known",
        [("saksgang", "      til: [eier]\n", "      til: [eiere]\n")],
        [
            "saksgang.yml:15: banen «eiere» finnes ikke i denne saksgangen. Mente du «eier»? Bruk"
            " skole, eier, eller legg den til under «baner»"
        ],
    ),
    (
        "lanes_known",
        [("saksgang", "      til: [eier]\n", "      til: [skole]\n")],
        [
            "saksgang.yml:15: «skole» står både i «hos» og i «til». Ingen sender til seg selv:"
            " slett den ene"
        ],
    ),
    (
        "step_ids_unique",
        [("saksgang", "    - id: svare\n", "    - id: melde\n")],
        ["saksgang.yml:27: id-en «melde» er alt brukt på linje 11. Gi det nye steget en annen id"],
    ),
    (
        "way_back_known",
        [("saksgang", "  tilbake_til: melde\n", "  tilbake_til: meld\n")],
        ["saksgang.yml:36: steget «meld» finnes ikke i denne saksgangen. Mente du «melde»?"],
    ),
    (
        "recipient_said_once",
        [
            (
                "saksgang",
                "      ukjent_mottaker: true\n",
                "      ukjent_mottaker: true\n      til: [skole]\n",
            )
        ],
        ["saksgang.yml:30: steget har både en mottaker og «ukjent_mottaker». Slett den ene"],
    ),
    (
        "recipient_said_once",
        [
            (
                "saksgang",
                "      ukjent_mottaker: true\n",
                "      ukjent_mottaker: true\n      mottaker: Kommunen\n",
            )
        ],
        ["saksgang.yml:30: steget har både en mottaker og «ukjent_mottaker». Slett den ene"],
    ),
    (
        "rows_known",
        [("saksgang", "hendelser: [2024-2025/behov]", "hendelser: [2024-2025/behovet]")],
        [f"saksgang.yml:20: {BEHOV}"],
    ),
    (
        "rows_known",
        [("saksgang", "hendelser: [2024-2025/behov]", "hendelser: [2024-2025/xyzzy-qqq]")],
        [
            "saksgang.yml:20: hendelsen «2024-2025/xyzzy-qqq» finnes ikke. Skriv"
            f" <årshjul>/<hendelse>, slik id-ene står i data/arshjul/. {RAD}"
        ],
    ),
    (
        "rows_known",
        [("saksgang", "hendelser: [2024-2025/behov]", "hendelser: [2024-2026/behov]")],
        [
            "saksgang.yml:20: årshjulet «2024-2026» finnes ikke. Vi har 2024-2025. Er filen"
            " slettet, eller har den fått et nytt navn, henter du den tilbake"
        ],
    ),
    (
        "step_actors_known",
        [("saksgang", "aktorer: [eiere]", "aktorer: [eier]")],
        [
            "saksgang.yml:23: aktøren «eier» finnes ikke i data/roller/eksempel.yml. Mente du"
            " «eiere»?"
        ],
    ),
    (
        "intervals_in_order",
        [("historie", "  tid: 2018\n  til: 2020\n", "  tid: 2020\n  til: 2018\n")],
        ["historie.yml:14: «til» (2018) er før «tid» (2020). Bytt om, eller rett den ene"],
    ),
]
