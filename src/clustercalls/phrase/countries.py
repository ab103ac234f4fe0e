"""The names and adjectives of countries that have one time, beside an hour: `Israel time`, `heure grecque`.

Those of the EU, of its associated countries and candidates, and their neighbours, in the order and the
notation of `lexicon`; of Polish the case behind "czasu" and "w". Of an adjective in -ische the one in
-ischer goes without saying, of one in -iego that in -i. Left out: what has more than one time (Spain and
Portugal but for the mainland), and Georgia where a language calls the state of the USA so as well.
"""

COUNTRIES = {
    "Europe/Brussels": "belgium belgio belgique belgien bélgica belgii belgian belga belge belgische"
    " belgijskiego",
    "Europe/Sofia": "bulgaria bulgarie bulgarien bulgária bułgarii bulgarian bulgara bulgare bulgarische"
    " búlgara bułgarskiego",
    "Europe/Prague": "czechia czech_republic repubblica_ceca cechia tchéquie république_tchèque"
    " tschechien chequia república_checa chéquia czech czechach ceca tchèque tschechische checa czeskiego",
    "Europe/Copenhagen": "denmark danimarca danemark dänemark dinamarca danii danish danese danoise"
    " dänische danesa dinamarquesa duńskiego",
    "Europe/Berlin": "germany germania allemagne deutschland alemania alemanha niemczech niemiec german"
    " tedesca allemande deutsche deutscher alemana alemã niemieckiego",
    "Europe/Tallinn": "estonia estonie estland estónia estonii estonian estone estonienne estnische"
    " estoniana estońskiego",
    "Europe/Dublin": "ireland irlanda irlande irland irlandii irish irlandese irlandaise irische"
    " irlandesa irlandzkiego",
    "Europe/Athens": "greece grecia grèce griechenland grécia grecji greek greca grecque griechische"
    " griega grega greckiego",
    "Europe/Zagreb": "croatia croazia croatie kroatien croacia croácia chorwacji croatian croata croate"
    " kroatische chorwackiego",
    "Europe/Paris": "france francia frankreich frança francji french francese française französische"
    " francesa francuskiego",
    "Europe/Rome": "italy italia italie italien itália włoszech włoch italian italiana italienne"
    " italienische włoskiego",
    "Asia/Nicosia": "cyprus cipro chypre zypern chipre cyprze cypru cypriot cipriota chypriote"
    " zypriotische zyprische chipriota cypryjskiego",
    "Europe/Riga": "latvia lettonia lettonie lettland letonia letónia łotwie łotwy latvian lettone"
    " lettische letona letã łotewskiego",
    "Europe/Vilnius": "lithuania lituania lituanie litauen lituânia litwie litwy lithuanian lituana"
    " lituanienne litauische litewskiego",
    "Europe/Luxembourg": "luxembourg lussemburgo luxemburg luxemburgo luksemburgu luksemburga"
    " luxembourgish lussemburghese luxembourgeoise luxemburgische luxemburguesa luksemburskiego",
    "Europe/Budapest": "hungary ungheria hongrie ungarn hungría hungria węgrzech węgier hungarian"
    " ungherese hongroise ungarische húngara węgierskiego",
    "Europe/Malta": "malta malte malcie malty maltese maltaise maltesische maltesa maltańskiego",
    "Europe/Amsterdam": "netherlands the_netherlands paesi_bassi olanda pays_-_bas niederlande"
    " niederlanden países_bajos países_baixos holanda holandii niderlandach dutch olandese néerlandaise"
    " niederländische neerlandesa holandesa holenderskiego niderlandzkiego",
    "Europe/Vienna": "austria autriche österreich áustria austrii austrian austriaca autrichienne"
    " österreichische austríaca austriackiego",
    "Europe/Warsaw": "poland polonia pologne polen polónia polônia polsce polski polish polacca polonaise"
    " polnische polaca polonesa polskiego",
    "Europe/Lisbon": "portugal_continental portugal_peninsular",
    "Europe/Madrid": "españa_peninsular peninsular peninsular_española española_peninsular",
    "Europe/Bucharest": "romania roumanie rumänien rumania rumanía roménia romênia rumunii romanian"
    " rumena roumaine rumänische rumana romena rumuńskiego",
    "Europe/Ljubljana": "slovenia slovénie slowenien eslovenia eslovénia słowenii slovenian slovene"
    " slovena slovène slowenische eslovena słoweńskiego",
    "Europe/Bratislava": "slovakia slovacchia slovaquie slowakei eslovaquia eslováquia słowacji slovak"
    " slovacca slovaque slowakische eslovaca słowackiego",
    "Europe/Helsinki": "finland finlandia finlande finnland finlândia finlandii finnish finlandese"
    " finlandaise finnische finlandesa fińskiego",
    "Europe/Stockholm": "sweden svezia suède schweden suecia suécia szwecji swedish svedese suédoise"
    " schwedische sueca szwedzkiego",
    "Europe/Oslo": "norway norvegia norvège norwegen noruega norwegii norwegian norvegese norvégienne"
    " norwegische norueguesa norweskiego",
    "Atlantic/Reykjavik": "iceland islanda islande island islandia islândia islandii icelandic islandese"
    " islandaise isländische islandesa islandzkiego",
    "Europe/Vaduz": "liechtenstein",
    "Europe/Zurich": "switzerland svizzera suisse schweiz suiza suíça szwajcarii swiss schweizer"
    " schweizerische szwajcarskiego",
    "Europe/London": "united_kingdom regno_unito royaume_-_uni vereinigtes_königreich"
    " vereinigten_königreich reino_unido great_britain gran_bretagna grande_-_bretagne großbritannien"
    " gran_bretaña grã_-_bretanha wielkiej_brytanii uk british britannica britannique britische británica"
    " britânica brytyjskiego",
    "Europe/Tirane": "albania albanie albanien albânia albanii albanian albanese albanaise albanische"
    " albanesa albańskiego",
    "Europe/Sarajevo": "bosnia bosnia_and_herzegovina bosnia_ed_erzegovina bosnia_erzegovina bosnie"
    " bosnien bosnie_-_herzégovine bosnien_und_herzegowina bosnia_y_herzegovina bósnia bósnia_e_herzegovina"
    " bośni bosnian bosniaca bosnienne bosnische bośniackiego",
    "Europe/Belgrade": "serbia serbie serbien sérvia serbii serbian serba serbe serbische serbskiego"
    " kosovo kosowie kosowa kosovar kosovara kosovare kosovarische kosowskiego",
    "Europe/Podgorica": "montenegro monténégro czarnogórze czarnogóry montenegrin montenegrina"
    " monténégrine montenegrinische czarnogórskiego",
    "Europe/Skopje": "north_macedonia macedonia_del_nord macédoine_du_nord nordmazedonien"
    " macedonia_del_norte macedónia_do_norte macedonii_północnej macedonian macedone macédonienne"
    " mazedonische macedońskiego",
    "Europe/Chisinau": "moldova moldavia moldavie moldau moldawien moldávia mołdawii moldovan moldava"
    " moldave moldauische moldawische mołdawskiego",
    "Europe/Kyiv": "ukraine ucraina ucrania ucrânia ukrainie ukrainy ukrainian ukrainienne ukrainische"
    " ucraniana ukraińskiego",
    "Asia/Tbilisi": "georgien gruzji georgische gruzińskiego",
    "Asia/Yerevan": "armenia arménie armenien arménia armenii armenian armena arménienne armenische"
    " armeńskiego ormiańskiego",
    "Europe/Istanbul": "turkey türkiye turchia turquie türkei turquía turquia turcji turkish turca turque"
    " türkische tureckiego",
    "Asia/Jerusalem": "israel israele israël izraelu izraela israeli israeliana israélienne israelische"
    " israelí israelita izraelskiego",
    "Atlantic/Faroe": "faroe_islands isole_faroe îles_féroé färöer islas_feroe ilhas_faroé"
    " wyspach_owczych faroese faroese_islands",
    "Africa/Tunis": "tunisia tunisie tunesien tunísia tunezji tunisian tunisina tunisienne tunesische"
    " tunecina tunezyjskiego",
    "Africa/Cairo": "egypt egitto égypte ägypten egipto egito egiptu egyptian egiziana égyptienne"
    " ägyptische egipcia egípcia egipskiego",
    "Asia/Seoul": "south_korea korea corea_del_sud corée_du_sud südkorea corea_del_sur coreia_do_sul"
    " korei korean coreana coréenne koreanische koreańskiego",
    "Asia/Tokyo": "japan giappone japon japón japão japonii japanese giapponese japonaise japanische"
    " japonesa japońskiego",
    "Asia/Kolkata": "india inde indien índia indii indian indiana indienne indische indyjskiego",
    "Asia/Shanghai": "china cina chine chinese cinese chinoise chinesische chin",
}
