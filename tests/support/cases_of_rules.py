"""For each rule: what an editor changes in the example (file, old, new), and all that is then
wrong. Files are below data/, .yml when they have no ending.
"""

from cases_of_hendelser import EVENTS, TEMPLATES, THE_WORK

NORD = "nettverk/nord-eksempel"
TIL_DER = "Legg den til der, eller skriv en id som finnes."

Case = tuple[str, list[tuple[str, str, str]], list[str]]

UP1_MUST = (
    "aktøren «up1» må ha betaling, oppgaver uten «faser» med «per» eller «gjelder», og oppgaver med"
    " «faser». Sidene til nettverkene viser dem"
)
NO_UP1 = "aktøren «up1» finnes ikke blant rollene i fylket. Mente du «up3»?"
ENDED = (
    "  - id: sor-eksempel\n    navn: Sør-Eksempel\n    opphort: 2025-01-01\n    ny: nord-eksempel\n"
)
LATER = (
    "  - person: kari-eksempel\n    institusjon: uie\n    gjelder: {fra: 2027}\n    kilde: notat\n"
)

REFERENCES: list[Case] = [
    (
        "known_ids",
        [(NORD, "person: mette-mal", "person: mette-mall")],
        [f"{NORD}.yml:21: «mette-mall» finnes ikke i data/kontakter.yml. Mente du «mette-mal»?"],
    ),
    (
        "known_ids",
        [("begreper", "    - prove\n", "    - xyz\n")],
        [f"begreper.yml:11: «xyz» finnes ikke i data/begreper.yml. {TIL_DER}"],
    ),
    (
        "known_ids",
        [("begreper", "    - prove\n", "    - ola-prove\n")],
        ["begreper.yml:11: «ola-prove» finnes ikke i data/begreper.yml. Mente du «prove»?"],
    ),
    (
        "known_ids",
        [("roller/samarbeidsforum", "personer: [kari-eksempel]", "personer: [kari-eksempel, per]")],
        [f"roller/samarbeidsforum.yml:17: «per» finnes ikke i data/kontakter.yml. {TIL_DER}"],
    ),
    (
        "needed_by_pages",
        [("roller/eksempel", "        faser: [forst]\n        per: 2020\n", "        per: 2020\n")],
        [f"roller/eksempel.yml:30: {UP1_MUST}"],
    ),
    (
        "needed_by_pages",
        [
            (
                "roller/eksempel",
                "        gjelder: {fra: 2018, til: 2020}\n        kilde: notat\n      - punkter:\n"
                "          - Svare på spørsmål\n        per: 2024\n",
                "        kilde: notat\n      - punkter:\n          - Svare på spørsmål\n",
            )
        ],
        [f"roller/eksempel.yml:30: {UP1_MUST}"],
    ),
    (
        "needed_by_pages",
        [
            (
                "roller/eksempel",
                "    betaling:\n      - tekst: Det koster ingenting.\n        per: 2020\n"
                "        kilde: notat\n",
                "",
            )
        ],
        [f"roller/eksempel.yml:30: {UP1_MUST}"],
    ),
    (
        "needed_by_pages",
        [("roller/eksempel", "  up1:\n", "  up3:\n")],
        [
            f"roller/eksempel.yml:5: {UP1_MUST}",
            f"docs/roller/index.md:3: {NO_UP1}",
            f"docs/roller/index.md:5: {NO_UP1}",
        ],
    ),
    (
        "needed_by_pages",
        [("fylke", "id: eksempel", "id: eksmpel")],
        [
            "fylke.yml:3: rollene i fylket mangler. Lag filen data/roller/eksmpel.yml, eller rett"
            " id-en"
        ],
    ),
    (
        "listed_once",
        [("kontakter", "kilde: [notat, rapport]", "kilde: [notat, notat]")],
        ["kontakter.yml:36: «notat» står to ganger i listen. Slett den ene"],
    ),
    (
        "listed_once",
        [(NORD, '  - "9902"\n', '  - "9902"\n  - "9901"\n')],
        [f"{NORD}.yml:11: «9901» står to ganger i listen. Slett den ene"],
    ),
    (
        "ended_networks",
        [("nettsted", "id: vest-eksempel", "id: sor-eksempel")],
        [
            "nettsted.yml:22: nettverket «sor-eksempel» finnes. Slett det her, eller filen i"
            " data/nettverk/"
        ],
    ),
    (
        "ended_networks",
        [("nettsted", "tidligere:\n", f"tidligere:\n{ENDED}{ENDED}")],
        [
            f"nettsted.yml:{line}: nettverket «sor-eksempel» finnes. Slett det her, eller filen i"
            " data/nettverk/"
            for line in (22, 26)
        ],
    ),
    (
        "ended_networks",
        [("nettsted", "tidligere:\n", "tidligere:\n" + ENDED.replace("sor-", "vest-"))],
        ["nettsted.yml:26: «vest-eksempel» står her to ganger. Slett den ene"],
    ),
    (
        "file_name_is_id",
        [(NORD, "id: nord-eksempel\n", "id: nord\n")],
        [
            f"{NORD}.yml:4: id-en er «nord», men filen heter nord-eksempel.yml. Skriv «id:"
            " nord-eksempel», eller gi filen navnet nord.yml"
        ],
    ),
    (
        "file_name_is_id",
        [("nettverk/sor-eksempel", "id: sor-eksempel\n", "id: nord-eksempel\n")],
        [
            "nettverk/sor-eksempel.yml:4: id-en «nord-eksempel» er alt brukt av"
            " data/nettverk/nord-eksempel.yml. Gi dette nettverket en egen id og et eget filnavn,"
            " eller slett filen"
        ],
    ),
    (
        "unique_addresses",
        [("kommuner", "navn: Prøvedal", "navn: Øygard")],
        [
            "kommuner.yml:26: adressen /finn/oygard/ er alt brukt av Øygard. To sider kan ikke ha"
            " samme adresse: skriv noe som skiller dem"
        ],
    ),
    (
        "unique_addresses",
        [(NORD, "id: skogens-skole", "id: provedal")],
        [
            f"{NORD}.yml:18: adressen /finn/provedal/ er alt brukt av Prøvedal. To sider kan ikke"
            " ha samme adresse: skriv noe som skiller dem"
        ],
    ),
    (
        "unique_addresses",
        [("kommuner", "navn: Prøvedal", 'navn: "–"')],
        [
            "kommuner.yml:22: «–» har ingen bokstaver som kan stå i en nettadresse. Skriv"
            " navnet med bokstavene a–å"
        ],
    ),
]
NETWORKS: list[Case] = [
    (
        "kommune_in_one_network",
        [("nettverk/sor-eksempel", '  - "9903"\n', '  - "9903"\n  - "9902"\n')],
        [
            "nettverk/sor-eksempel.yml:10: Prøvedal (9902) står også i nettverket «nord-eksempel»."
            " En kommune er i ett nettverk: slett den ene linjen"
        ],
    ),
    (
        "kommune_in_one_network",
        [("nettverk/sor-eksempel", '  - "9903"\n', '  - "9902"\n')],
        [
            "nettverk/sor-eksempel.yml:9: Prøvedal (9902) står også i nettverket «nord-eksempel»,"
            ' og Øygard (9903) er ikke i noe. En kommune er i ett nettverk: skriv «- "9903"» i'
            " linjen som er feil"
        ],
    ),
    (
        "kommune_in_one_network",
        [("nettverk/sor-eksempel", '  - "9903"\n', '  - "9901"\n  - "9902"\n')],
        [
            'kommuner.yml:25: Øygard (9903) er ikke i noe nettverk. Legg «- "9903"» til under'
            " kommuner i en fil i data/nettverk/",
            "nettverk/sor-eksempel.yml:9: Eksempelby (9901) og Prøvedal (9902) står også i"
            " nettverket «nord-eksempel». En kommune er i ett nettverk: slett linjene i den ene"
            " filen",
        ],
    ),
    (
        "kommune_in_one_network",
        [(NORD, '  - "9902"\n', "")],
        [
            'kommuner.yml:21: Prøvedal (9902) er ikke i noe nettverk. Legg «- "9902"» til under'
            " kommuner i en fil i data/nettverk/"
        ],
    ),
    (
        "county_network",
        [("nettverk/videregaende", "friskoler:\n", 'kommuner:\n  - "9901"\nfriskoler:\n')],
        [
            (
                "nettverk/videregaende.yml:7: et nettverk for videregående skoler har ingen"
                " kommuner. Slett listen, eller skriv slag: regionalt"
            ),
            (
                "nettverk/videregaende.yml:8: Eksempelby (9901) står også i nettverket"
                " «nord-eksempel». En kommune er i ett nettverk: slett den ene linjen"
            ),
        ],
    ),
    (
        "county_network",
        [
            (
                "nettverk/sor-eksempel",
                'slag: regionalt\nkommuner:\n  - "9903"\n',
                "slag: videregaende\n",
            ),
            (NORD, '  - "9902"\n', '  - "9902"\n  - "9903"\n'),
        ],
        [
            "nettverk/videregaende.yml:6: «sor-eksempel» er alt nettverket for videregående skoler."
            " Skriv slag: regionalt"
        ],
    ),
    (
        "kommune_in_one_network",
        [("nettverk/sor-eksempel", '  - "9903"\n', '  - "9903"\n  - "9901"\n  - "9902"\n')],
        [
            "nettverk/sor-eksempel.yml:10: Eksempelby (9901) og Prøvedal (9902) står også i"
            " nettverket «nord-eksempel». En kommune er i ett nettverk: slett linjene i den ene"
            " filen"
        ],
    ),
    (
        "kommune_in_one_network",
        [(NORD, 'kommuner:\n  - "9901"\n  - "9902"\n', "")],
        [
            "kommuner.yml:3: Eksempelby (9901) og Prøvedal (9902) er ikke i noe nettverk. Er filen"
            " til nettverket deres slettet, henter du den tilbake. Ellers legger du numrene til"
            " under kommuner i en fil i data/nettverk/"
        ],
    ),
    (
        "partner_once",
        [
            (
                NORD,
                (
                    "- person: ola-prove\n    institusjon: provehogskolen\n    gjelder: {fra: 2018,"
                    " til: 2020}"
                ),
                (
                    "- person: kari-eksempel\n    institusjon: provehogskolen\n    gjelder: {fra:"
                    " 2018}"
                ),
            )
        ],
        [
            f"{NORD}.yml:39: «kari-eksempel» er alt utviklingspartner i dette nettverket. Skriv en"
            " annen person, eller slett den ene"
        ],
    ),
    (
        "partner_once",
        [(NORD, "ansvarlig: uie\n", f"{LATER}ansvarlig: uie\n")],
        [
            f"{NORD}.yml:43: «kari-eksempel» er alt utviklingspartner i dette nettverket. Skriv en"
            " annen person, eller slett den ene"
        ],
    ),
    (
        "school_listed_once",
        [(NORD, "id: skogens-skole", "id: lek-og-laer")],
        [f"{NORD}.yml:18: friskolen «lek-og-laer» står to ganger i nettverket. Slett den ene"],
    ),
    (
        "counts_match_names",
        [("nettverk/videregaende", "  private: 1\n", "  private: 2\n")],
        [
            "nettverk/videregaende.yml:15: «private» er 2, men 1 er navngitt under «friskoler»."
            " Rett tallet, eller skriv hvorfor under «merknader»"
        ],
    ),
    (
        "counts_match_names",
        [("nettverk/videregaende", "  private: 1\n", "")],
        [
            "nettverk/videregaende.yml:13: «private» er 0, men 1 er navngitt under «friskoler»."
            " Rett tallet, eller skriv hvorfor under «merknader»"
        ],
    ),
    (
        "kommuner_on_the_map",
        [("kart.json", '"9902": [', '"9909": ["0,0 9,0 9,9"],\n    "9902": [')],
        [
            "kart.json:9: Hint: «9909» finnes ikke i data/kommuner.yml, og blir et hull i kartet."
            " Lag filen på nytt: HACKING.md sier hvordan"
        ],
    ),
    (
        "kommuner_on_the_map",
        [("kart.json", '    "9902": ["200,0 400,20 380,200 200,180"],\n', "")],
        [
            "kommuner.yml:21: Hint: Prøvedal (9902) er ikke på kartet. Lag data/kart.json på nytt:"
            " HACKING.md sier hvordan"
        ],
    ),
]
TEXTS: list[Case] = [
    (
        "texts_asked_for",
        [
            (
                "tekster",
                "ppt-tallet:\n  tekst: Rapporten sier ikke hva tallet for PPT teller.\n"
                "  kilde: rapport\n",
                "",
            )
        ],
        [
            "tekster.yml:1: teksten «ppt-tallet» mangler. Sidene viser den: skriv hva tallet for"
            " PPT teller, med kilde"
        ],
    ),
    (
        "texts_in_use",
        [("tekster", "ppt-tallet:\n", "ppt-talet:\n")],
        ["tekster.yml:57: ingen side viser teksten «ppt-talet». Mente du «ppt-tallet»?"],
    ),
    (
        "texts_in_use",
        [
            (
                "tekster",
                "ppt-tallet:\n",
                "sfo-tallet-er-nytt:\n  tekst: Noe.\n  kilde: rapport\n\nppt-tallet:\n",
            )
        ],
        ["tekster.yml:57: ingen side viser teksten «sfo-tallet-er-nytt». Slett den"],
    ),
]
PEOPLE: list[Case] = [
    (
        "person_once",
        [("kontakter", "navn: Ola Prøve", "navn: Kari B Eksempel")],
        [
            "kontakter.yml:28: Kari B Eksempel er alt ført som «kari-eksempel». Slå dem sammen:"
            " bruk «kari-eksempel», og skriv den andre formen under «skrivemater»"
        ],
    ),
    *(
        (
            "name_shape",
            [("kontakter", "navn: Ola Prøve", f"navn: {name}")],
            [
                f"kontakter.yml:28: Hint: navnet «{name}» {why}. Er det riktig, lar du det stå."
                " Ellers skriver du fornavn og etternavn"
            ],
        )
        for name, why in (
            ("Ola", "er ett ord"),
            ("OLA PRØVE", "har bare store bokstaver"),
            ("ola prøve", "har bare små bokstaver"),
            ("Prof. Ola Prøve", "begynner med en tittel"),
            ("Ola Prøve/Kari Mal", "ser ut som mer enn ett navn"),
            ("Ola og Kari Prøve", "ser ut som mer enn ett navn"),
        )
    ),
    (
        "old_phone_numbers",
        [("kontakter", "  per: 2020\n", "  per: 2020\n  telefon: 33 33 33 33\n")],
        [
            "kontakter.yml:32: telefonnumre fra før 2021 publiseres ikke. Slett linjen, eller"
            " bekreft nummeret og skriv ny «per»"
        ],
    ),
    (
        "old_phone_numbers",
        [("kontakter", "gjelder: {fra: 2021, til: 2024}", "telefon: 33 33 33 33")],
        [
            "kontakter.yml:37: telefonnumre fra før 2021 publiseres ikke. Slett linjen, eller"
            " bekreft nummeret og skriv ny «per»"
        ],
    ),
    (
        "intervals_in_order",
        [("ordninger", "gjelder: {fra: 2018, til: 2025}", "gjelder: {fra: 2025, til: 2018}")],
        ["ordninger.yml:8: «til» (2018) er før «fra» (2025). Bytt om, eller rett den ene"],
    ),
    (
        "intervals_in_order",
        [
            (
                "kontakter",
                "gjelder: {fra: 2018, til: 2020}",
                "gjelder: {fra: 2020-05, til: 2020-04-30}",
            )
        ],
        [
            "kontakter.yml:13: «til» (2020-04-30) er før «fra» (2020-05). Bytt om, eller rett"
            " den ene"
        ],
    ),
    (
        "one_kind_of_date",
        [
            (
                "ordninger",
                "  gjelder: {fra: 2026-01-01}\n",
                "  gjelder: {fra: 2026-01-01}\n  per: 2026\n",
            )
        ],
        [
            "ordninger.yml:34: opplysningen har både «per» og «gjelder». Behold «gjelder» når"
            " kilden oppgir en periode, ellers «per»"
        ],
    ),
]
CASES = REFERENCES + TEXTS + NETWORKS + PEOPLE + EVENTS + TEMPLATES + THE_WORK
