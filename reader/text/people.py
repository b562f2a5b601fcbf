"""Nouns that say what a person, or an organisation, is, did or stands for."""

from __future__ import annotations

from reader.text.tokens import fold

PEOPLE = frozenset(
    """
academic accountant accuser accomplice activist actor actress adman administrator admiral adviser
advisor advocate agent aide aide-de-camp ally ambassador analyst anchor anchorman anchorwoman
apologist apprentice architect artist assailant assassin assemblyman assemblywoman assistant
astronaut athlete attacker attorney author aunt autocrat baker banker barber baron barrister
bishop blogger bodyguard boss boxer boy boyfriend broker brother builder bully
businessman businesswoman butcher campaigner candidate captain cardinal caretaker cashier
celebrity ceo cfo chairman chairperson chairwoman champion chancellor chef chemist chief child
citizen clergyman cleric clerk climber coach co-author co-chair co-founder cofounder co-host
co-owner co-winner co-recipient collaborator colleague colonel columnist comedian commander
commentator commissioner communist composer conductor congressman congresswoman conservative
conspirator consultant contractor convert convict coo cop coroner correspondent councillor
councilman councilmember councilwoman counsel counselor counsellor cousin coward criminal critic
crook cto dad dancer daughter dean defector defendant delegate demagogue democrat dentist deputy
descendant designer detective detractor developer dictator diplomat director disciple dissident
doctor donor driver drummer economist editor educator employee emperor engineer enthusiast
entrepreneur envoy ex-boyfriend ex-husband ex-wife executive exile expert extremist farmer father
feminist fighter figure filmmaker financier firebrand firefighter fisherman footballer founder
fraud friend fugitive fundraiser gangster general girl girlfriend governor graduate grandfather
grandmother grandson guard gunman hacker hardliner hawk head headmaster heavyweight heir heiress
hero heroine historian host hostage hunter husband idol immigrant incumbent independent
industrialist informant inmate inspector insider instructor intern interpreter inventor
investigator investor jihadist journalist judge juror justice killer king kingpin lawmaker
lawyer leader lecturer legend legislator liar liberal libertarian librarian lieutenant linguist
lobbyist loyalist maid major manager marine marksman mastermind mathematician maverick mayor
mechanic mediator medic member mentor merchant midwife migrant militant millionaire billionaire
minister missionary mobster moderate mogul monarch monk mother murderer musician nanny
nationalist native negotiator neighbor neighbour newcomer nominee novelist nurse officer official
oligarch ombudsman operative operator opponent organizer organiser orphan outsider owner
pacifist painter paramedic parent partner passenger pastor patient patriot performer perpetrator
pharmacist philanthropist philosopher photographer physician physicist pianist pilot pioneer
planner player playwright plumber poet policeman policewoman politician pollster pope populist
postmaster preacher predator premier president presidential-candidate priest prime-minister prince
princess principal prisoner producer professor progressive propagandist prosecutor protege protégé
protester psychiatrist psychologist publicist publisher pundit queen rabbi racist radical
radio-host ranger rapist rapper realtor rebel recipient recruit recruiter refugee
reporter representative republican researcher resident reservist restaurateur retiree
revolutionary rival ruler runner sailor salesman salesperson saleswoman scholar schoolteacher
scientist secretary seller senator sergeant shareholder shepherd sheriff shooter singer sister
skeptic sceptic socialist socialite sociologist solicitor soldier son spokesman spokesperson
spokeswoman spy squatter staffer star statesman stepfather stepmother strategist strongman student
successor superintendent superstar supervisor supporter surgeon surveyor survivor suspect swimmer
tailor teacher technician technologist teenager theologian theorist therapist thief thug titan
trader traitor trainer translator treasurer trucker trustee tsar czar tutor tycoon tyrant uncle
undersecretary veteran veterinarian viceroy vice-president victim villain visionary voice volunteer
waiter waitress warden warlord warrior whistleblower whistle-blower widow widower wife winner
witness woman man worker writer youth
""".split()
)
"""Singular nouns that can head a label of a person."""

ORGANISATIONS = frozenset(
    """
agency airline bank broadcaster bureau carmaker carrier charity chain chipmaker club company
conglomerate contractor corporation cult developer distributor drugmaker enterprise firm
foundation giant group insurer lab laboratory landlord lender maker manufacturer militia movement
multinational network newspaper nonprofit non-profit operator organization organisation outlet
platform provider publication publisher regulator retailer school site start-up startup studio
subsidiary supplier syndicate tabloid think-tank titan union utility venture watchdog website
""".split()
)
"""Singular nouns that can head a label of an organisation."""

MAYBE_ORGANISATIONS = frozenset(
    "ally partner owner member opponent neighbor neighbour recipient winner host rival champion "
    "operator developer contractor sponsor investor shareholder buyer seller publisher heavyweight "
    "titan player pioneer user donor supporter".split()
)
"""Person nouns that companies and countries are called as well."""

NOT_ONLY_PEOPLE = MAYBE_ORGANISATIONS | frozenset(
    "outsider newcomer underdog victim survivor native star voice general major chief leader head "
    "independent moderate radical white conservative liberal defendant exile figure critic "
    "maverick insider supervisor".split()
)
"""Person nouns that in front of a name do not show that it is a person's."""

_PREFIXES = ("ex-", "co-", "vice-")


def is_person_noun(word: str) -> bool:
    """Whether a word, folded or not, is a noun for a person."""
    folded = fold(word)
    if folded in PEOPLE:
        return True
    return any(folded.startswith(p) and folded.removeprefix(p) in PEOPLE for p in _PREFIXES)


def is_organisation_noun(word: str) -> bool:
    """Whether a word, folded or not, is a noun for an organisation."""
    return fold(word) in ORGANISATIONS
