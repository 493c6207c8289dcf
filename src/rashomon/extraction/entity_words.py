"""The words that tell what kind of thing a name or a noun phrase is. Lower case; facts of English, not of any one outlet."""

from rashomon.model.words import MentionKind as Kind


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Nouns that fill a role by themselves ("two gunmen", "the market"), singular and plural.
NOUN_HEADS: dict[str, Kind] = {
    word: kind
    for kind, words in {
        Kind.GROUP: (
            "group groups terrorists terrorist militants militant gunmen fighters movement militia militias militiamen "
            "rebels rebel "
            "faction factions guerrillas insurgents insurgent jihadists jihadist extremists extremist attackers assailants "
            "bandits separatists mujahideen caliphate cell cells gang gangs kidnappers captors paramilitaries hijackers pirates "
            "islamists insurgency assassins dissidents cartel "
            "clan shooters organisation organization captor auxiliaries vigilantes hunters outfit"
        ),
        Kind.FORCE: (
            "army soldiers soldier police policemen policeman forces troops officers coalition military commandos force guards "
            "navy gendarmes gendarmerie peshmerga conscripts servicemen sailors troopers personnel paratroopers marines "
            "riflemen jawans constables rangers peacekeepers battalion brigade regiment garrison patrol infantry reservists "
            "airmen junta coastguard commando intelligence cops agents investigators detectives squad service unit units command"
        ),
        Kind.PERSON: (
            "president minister spokesman spokeswoman spokesperson officials official officer commander commanders governor "
            "leader chief general source sources premier ambassador mayor diplomats diplomat envoy judge cleric preacher colonel "
            "bomber bombers gunman attacker assailant suspect analysts analyst prosecutor speaker lawyer emir prince "
            "deputies lawmaker "
            "lawmakers secretary-general candidate informant bodyguard king monarch warlord militiaman fighter "
            "secretary deputy aide aides adviser advisers advisor founder captain commissioner imam priest bishop "
            "owner director manager administrator administrators sniper snipers "
            "editor expert experts chairman chairwoman ministers governors envoys judges doctor magistrate detective negotiator "
            "head mediator mediators mastermind defector defectors ringleader preachers clerics"
        ),
        Kind.CIVILIANS: (
            "people civilians civilian residents villagers men women children families persons students driver drivers "
            "boys girls boy "
            "girl woman man pupils workers passengers prisoners protesters demonstrators mourners detainees survivors witnesses "
            "relatives citizens hostages hostage crowd activists youths farmers travellers worshippers pilgrims inmates "
            "bystanders "
            "refugees schoolgirls teachers teacher tourists employees engineers peasants labourers inhabitants locals elders "
            "shoppers passers-by captives marchers spectators herders fishermen traders merchants nurses medics foreigners "
            "contractors supporters child family nationals youth victims suspects journalist "
            "wife husband widow son daughter mother father brother brothers sister uncle parents "
            "neighbours neighbors crew staff patients "
            "minors couple volunteers orphans babies toddler doctors shopkeeper shopkeepers farmer "
            "miner miners shepherd shepherds worker employee student villager resident trader engineer contractor tourist nurse "
            "activist protester passenger prisoner detainee refugee pupil herder fisherman labourer merchant hunter pilgrim "
            "guests motorist motorists commuters"
        ),
        Kind.GOVERNMENT: (
            "government ministry parliament authorities cabinet directorate prosecutors presidency court regulator "
            "administration "
            "council tribunal municipality legislature senate judiciary "
            "commission department office agency treasury"
        ),
        Kind.COUNTRY: "regime",
        Kind.MEDIA: "newspaper television channel radio reporters journalists media website broadcaster",
        Kind.ORGANISATION: (
            "mission monitors company observers association alliance bloc agencies charity union tribe ngo party firm foundation "
            "federation league committee institute panel team organisers organizers unions diocese archdiocese"
        ),
        Kind.PLACE: "capital town city village province district",
        Kind.FACILITY: (
            "embassy hospital airport camp base school prison checkpoint checkpoints market hotel crossing barracks "
            "mosque port palace "
            "compound headquarters depot pipeline warehouse jail shrine dam clinic consulate monastery bridge restaurant "
            "roadblock "
            "refinery stadium courthouse airfield airbase church university outpost convoy convoys bus stronghold hideout cafe "
            "parliament-building bakery cemetery "
            "posts building buildings mosques churches schools hospitals homes shops minibus ship ships vessel vessels "
            "tanker tankers train trains plantation"
        ),
        Kind.WEAPON: (
            "rockets rocket bomb bombs missiles missile drone drones rifles rifle tanks tank helicopters helicopter guns "
            "device devices "
            "mine mines explosives weapons ammunition mortars projectiles grenades grenade warplanes warplane shells "
            "jets aircraft "
            "launchers launcher munitions gunships quadcopters howitzers motorbikes pick-ups kalashnikovs katyushas ied "
            "ieds car-bomb "
            "pistol pistols firearms dynamite shotgun shotguns machetes knives boats"
        ),
    }.items()
    for word in words.split()
}
#: Heads that are marked only behind a word that says more ("army officer", "its spokesman", "a senior official").
NEEDS_MODIFIER = _words(
    "force chief general source sources council union mission alliance agencies company media channel officers man men service "
    "unit units command intelligence office agency department commission committee panel team party building buildings "
    "deputy director manager secretary owner head staff"
)
#: Words that may stand between the determiner and a noun head.
MODIFIERS = _words(
    "suspected alleged armed masked unidentified unknown unnamed foreign local government state shia shiite shi'ite "
    "sunni kurdish arab "
    "christian jewish druze yazidi turkmen islamist jihadist militant rebel insurgent paramilitary security police army military "
    "federal provincial regional former senior young elderly wounded unarmed innocent hooded heavily lightly regular "
    "special elite "
    "joint allied loyalist opposition separatist extremist terrorist takfiri hostile enemy private public main central old new "
    "car truck suicide roadside vehicle motorcycle nail barrel cluster sticky magnetic limpet land sea improvised explosive "
    "ballistic cruise guided anti-tank anti-aircraft surface-to-air long-range short-range medium-range homemade home-made "
    "booby-trapped explosives-laden explosive-laden unmanned combat fighter attack transport cargo assault machine heavy light "
    "mortar artillery rocket missile drone air naval border coast customs intelligence counter-terrorism counterterrorism riot "
    "traffic interior defence defense foreign health justice finance information oil education transport human-rights "
    "human rights "
    "aid humanitarian medical tribal village political religious civil civic prime vice deputy acting interim provincial "
    "national "
    "ruling transitional military-led local-government high-ranking top exiled veteran retired captured killed dead missing "
    "displaced trapped injured so-called self-styled other several many some more fellow female male schoolboy school teenage "
    "international american western european us u.s. un u.n. british russian rival same busy crowded popular main nearby "
    "vegetable fish cattle livestock "
    "supreme grand crown assistant executive managing cell phone gas power train bus police-training training refugee "
    "displacement prison detention district diplomatic supply news logistics merchant passenger commercial residential apartment "
    "livestock refuelling fuel"
)
DETERMINERS = _words("the a an this that these those its his her their our some another several many two-man no")
POSSESSIVES = _words("its his her their our my")
#: Words that, between "the" and such a noun, only say what is known of the one named last ("the Sunni militant group").
DESCRIBING = _words(
    "militant armed terrorist jihadist islamist sunni shia shiite shi'ite rebel insurgent extremist separatist paramilitary "
    "opposition guerrilla salafist secessionist outlawed banned social media technology state private independent local "
    "palestinian kurdish same"
)
#: Nouns that, with "its", mean the side itself where it acts.
OWN_PEOPLE = _words(
    "fighters militants forces troops soldiers guerrillas gunmen rebels units militiamen mujahideen commandos army"
)
#: Nouns that, with "the", mean the group or body named last.
GROUP_ANAPHORS = _words(
    "group outfit movement militia organisation organization faction network militants jihadists rebels insurgents guerrillas"
)
BODY_ANAPHORS = {
    Kind.FORCE: _words("army police force military navy coalition brigade battalion unit"),
    Kind.GOVERNMENT: _words("ministry government parliament council court directorate cabinet authorities"),
    Kind.ORGANISATION: _words("company firm charity association alliance bloc union agency mission institute party foundation"),
    Kind.MEDIA: _words("agency newspaper channel television broadcaster website"),
}

#: Last or first words of names.
NAME_HEADS: dict[str, Kind] = {
    word: kind
    for kind, words in {
        Kind.MEDIA: (
            "news press agency radio tv television times post herald daily tribune gazette journal wire channel "
            "broadcasting media "
            "review chronicle bulletin dispatch magazine telegraph courier mirror newspaper"
        ),
        Kind.GOVERNMENT: (
            "ministry department treasury parliament cabinet government presidency court authority commission committee assembly "
            "senate congress knesset majlis judiciary secretariat municipality council administration bureau tribunal chancellery"
        ),
        Kind.FORCE: (
            "army forces force guard guards police command corps regiment division navy military intelligence "
            "directorate staff fleet "
            "coalition marines units gendarmerie peshmerga rangers squadron commandos service"
        ),
        Kind.GROUP: (
            "front movement brigades faction militia militias resistance cartel mujahideen mojahedin liberation brigade "
            "battalions "
            "battalion volunteers fighters rebels militants insurgents guerrillas jihad vanguard vanguards"
        ),
        Kind.ORGANISATION: (
            "party union company bank university institute foundation association organisation organization centre center watch "
            "international federation league society nations fund alliance bloc corporation holdings trading ltd inc trust "
            "initiative observatory project crescent programme program mission club group network monitor tribe "
            "relief charity remittance remittances exchange shipping logistics airlines airways petroleum holding enterprises "
            "industries systems technologies consultants"
        ),
        Kind.FACILITY: (
            "hospital airport base embassy mosque square street bridge market hotel camp prison school barracks station port dam "
            "palace refinery pipeline highway crossing stadium consulate avenue terminal field plant depot road church shrine "
            "airfield airbase college tower checkpoint compound cathedral synagogue"
        ),
        Kind.PLACE: (
            "province city governorate district valley mountain mountains river lake sea gulf desert peninsula island "
            "islands region "
            "county strait hills basin coast village town heights strip oblast forest plateau bay delta neighbourhood "
            "neighborhood suburb"
        ),
    }.items()
    for word in words.split()
}
#: First words that make a name an armed group's.
GROUP_PREFIXES = _words(
    "kata'ib kataib kataeb katibat katiba liwa harakat saraya jaysh jaish jeish jund ansar asaib asa'ib usud ashab ahrar lashkar "
    "jamaat jama'at jamaah hizb hizbullah tehreek tehrik fath hashd firqat faylaq fawj quwat usbat majlis-e sipah hayat hay'at "
    "mujahideen jabhat jabha boko al-qaeda al-qaida alwiyat suqour suqur fursan hezb tanzim junud ansarul abna rijal"
)
#: First words that make a name a place's.
PLACE_PREFIXES = _words(
    "mount lake port fort cape deir dayr tal tell bab bir wadi jabal jebel shatt ain ayn kafr beit bayt rio villa san "
    "santa central "
    "upper lower northern southern eastern western north south east west greater camp"
)
#: Nouns right before a name that say what it is ("the militia Liwa X", "the daily al-Y").
NOUNS_BEFORE: dict[str, Kind] = {
    **dict.fromkeys(_words("group militia faction movement brigade cell network"), Kind.GROUP),
    **dict.fromkeys(_words("channel agency newspaper website daily weekly broadcaster station magazine outlet site"), Kind.MEDIA),
    **dict.fromkeys(
        _words("party company bank charity firm association bloc union contractor foundation ngo business"), Kind.ORGANISATION
    ),
    **dict.fromkeys(_words("ship tanker vessel hotel hospital camp prison base"), Kind.FACILITY),
}
TITLES = _words(
    "president premier minister general gen brigadier brig colonel col lieutenant lt major maj captain capt sergeant sgt sheikh "
    "sheik shaykh imam ayatollah mullah maulana mufti emir amir king queen prince sultan mr mrs ms dr prof professor senator sen "
    "rep governor gov mayor judge ambassador spokesman spokeswoman spokesperson commander leader chief secretary "
    "chairman director "
    "cleric preacher officer official analyst journalist pope bishop archbishop father cardinal hajji haji hajj sayyid sayed "
    "admiral adm marshal commissioner chancellor premier speaker envoy lawyer prosecutor warlord corporal cpl private inspector "
    "superintendent secretary-general attorney-general deputy coordinator founder head researcher activist businessman economist "
    "driver militant jihadist preacher teacher student resident villager witness reporter candidate comrade caliph counsellor"
)
PARTICLES = _words(
    "al el ul bin ben ibn bint abu abou abd umm um de del da dos das van von der den ou ag walet ould la le du di ap"
)
SPEECH = _words(
    "said says told tells added adds announced announces claimed claims warned warns denied denies confirmed confirms "
    "insisted insists "
    "argued argues wrote writes declared declares stated states explained reported tweeted admitted acknowledged vowed accused "
    "blamed condemned described noted maintains maintained predicted threatened dismissed"
)
#: Words before a name that make it a place.
PLACE_BEFORE = _words(
    "in near at from to outside around towards toward into across through inside throughout between north south east west "
    "northeast northwest southeast southwest north-east north-west south-east south-west northern southern eastern "
    "western central "
    "nearby off via reach reached leaving capital town city village province district"
)
PLACE_NOUNS = _words(
    "province city town village district governorate region area neighbourhood neighborhood suburb county crossing "
    "outskirts quarter "
    "municipality countryside"
)
#: Capitalised words that are no names, at the start of a sentence or elsewhere.
NO_NAMES = _words(
    "the a an this that these those he she it they we i you who what which where when why how in on at by for from with "
    "of to and or "
    "but if as after before since until while during under over between among about against into through across more most less "
    "no not yes one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands several some "
    "many few all "
    "both each every another other others there here then now also however meanwhile earlier later last next first second third "
    "his her its their our my your is are was were be been has have had do does did will would can could may might should must "
    "according although because despite though unlike near around some such only even still just yet so nor neither either "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december jan feb mar apr jun jul aug sep sept oct nov dec today yesterday tomorrow tonight state officials "
    "police security government army soldiers gunmen militants rebels people residents witnesses analysts sources editor "
    "read more "
    "watch video photo image share source translation text note updated breaking exclusive report analysis opinion "
    "comment update "
    "islam muslim muslims christian christians jews jewish arab arabs kurds kurdish shia shiite sunni shiites sunnis god allah "
    "internet covid english french spanish arabic persian turkish russian ramadan eid easter christmas mr mrs ms asked nobody "
    "nothing everyone someone anyone none two-thirds half attackers fighters troops protesters clashes attack attacks explosion "
    "blast bomb suicide car at least up nearly almost like once whether yet instead moreover additionally finally thus therefore "
    "three-quarters part parts day days week month year years night morning evening time times thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety let asked speaking citing amid on-the "
    "correction clarification reuters-style bloody new old former senior local national international foreign lt.gen via per"
)
#: Words of the list above that a name may hold, though hardly a name that opens a sentence ("National Security Council").
INNER_WORDS = _words(
    "state security police government army national international foreign local muslim muslims christian jewish arab "
    "arabs kurdish shia "
    "shiite sunni islam god new old senior special general part people soldiers rebels militants army english french "
    "arabic persian turkish russian "
    "christians youth security"
) | frozenset(NAME_HEADS)
#: Given names met often, over the regions that such reporting is about: a name that begins with one is a person's.
GIVEN_NAMES = _words(
    "abbas abdallah abdelmalek abdul abdulaziz abdulkarim abdullah abdulmalik abdulrahman abdurrahman adam adel adnan "
    "ahmad ahmed aisha "
    "akram alaa alan alex alexander alexei ali alice amal amin amina amir amr ana andrea andrei andrew angela anna anne "
    "anthony antonio "
    "anwar arif ashraf ayman aziz barack bashar benjamin bilal boris brian carlos carmen charles chris christopher "
    "daniel daoud david "
    "diego dmitry donald dmitri ebrahim edward elena elizabeth emmanuel emma eric ernesto esmail ezekiel fadi fahd "
    "faisal faisal farah farid "
    "fatima fernando francisco francois frank gabriel george ghassan giorgio gustavo habib hadi haidar haider hakim "
    "hamid hamza haroon "
    "hasan hashem hassan helen henry hossein hugo husain hussain hussein ian ibrahim idris idriss igor ilham imran irina "
    "isaac ismail "
    "issa ivan jack jacob jalal jamal james jan jane javad javier jean jennifer jerome joan joe joel john jorge jose "
    "josé joseph joshua "
    "juan juma kamal karim kate kenneth khaled khalid khalil kim laura leila lina linda louis lucas luis luke mahdi "
    "mahmoud mahmud "
    "majid malik manuel maria mariam marie mario mark martin mary matthew maxim mehdi michael michel miguel mike mohamed "
    "mohammad "
    "mohammed mokhtar moussa muhammad muhammadu mukhtar musa mustafa mustapha nabil nader nancy nasir nasser natalia "
    "nathan nikolai noor "
    "nour nouri nuri oleg oleksandr olga omar osama osman pablo patrick paul pavel pedro peter philip philippe pierre "
    "qais qasem qassem qasim "
    "rachel rafael rahim ramadan ramzan rami rania raul rebecca recep reza ricardo richard robert roberto rodrigo roger "
    "ruth sadiq saeed said "
    "salah saleh salem salim salma sam sami samir samuel sara sarah sayed sean sergei sergey serhii shah simon siavash "
    "sofia steven stephen sultan "
    "suleiman susan taha tahir tamim tariq tarek thomas timothy tom umar usman vasily victor viktor vincent vladimir "
    "volodymyr walid "
    "wael waleed william wissam yahya yasin yasser yevgeny yousef youssef yuri yusuf zahra zainab zaki zeinab ziad"
)
