"""Model → pages. `BLOCKS` is all that a page may call, by the name it calls it."""

from macros.pages import begreper, finder, front, networks, roller

BLOCKS = {block.__name__: block for block in (
    front.kontaktpunkt,
    front.institusjonslenker,
    finder.finn_liste,
    finder.finn_svar,
    finder.finn_vei,
    finder.finn_ikke_vet,
    finder.finn_mer,
    networks.nettverk_tabell,
    networks.nettverk_kart,
    networks.nettverk_svar,
    networks.nettverk_partnere,
    networks.nettverk_representant,
    networks.nettverk_eiere,
    networks.nettverk_om,
    networks.up1_oppgaver,
    roller.roller_side_om_side,
    roller.roller_matrise,
    roller.roller_nordland,
    roller.faglig_stotte,
    roller.forum_utsagn,
    roller.forum_medlemmer,
    begreper.begreper_liste,
    begreper.begrep,
)}
