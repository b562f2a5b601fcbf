"""The function words that are most frequent in each language, by the script it is written in.

Those that several languages share ("de", "la", "in") count for each of them and decide nothing.
Languages stand here also to be told from their neighbours, such as Slovak from Czech.
"""

from collections.abc import Mapping

LATIN = {
    "az": "və bu bir da də ilə üçün ki olan onun sonra deyib edib ən çox görə olub isə həm daha o",
    "ca": "de la el i a en que les els l del un una per amb és al no d es va dels com més ha són",
    "cs": "a v se na je že s z do i o to k ve pro za by ale jsou od po jako podle která při jeho",
    "da": "og det der til for med ikke den har som at af jeg han var hun blev ved efter også fra",
    "de": "der die und das ist nicht von den mit sich auf für eine dem auch ein zu wird sie nach",
    "en": "the of and to a in that is was for it with as on he be at by had are his this have",
    "eo": "la de kaj en estas al ne ke li por estis kun ĝi sed kiu ili pri oni tiu kiel pli kiuj",
    "es": "de la que el en y los se del las por un con para una su al lo como más pero sus fue",
    "et": "ja on ei et oli kui ka see mis ning oma aga ta seda või kes nii kuid siis pärast mida",
    "eu": "eta da du ez bat dute ere izan zen egin dira hau zuen baina den hori baino dela ziren",
    "fi": "ja on ei se että hän oli mutta kun myös ovat sen joka niin kuin mukaan ole jo tai",
    "fr": "de la le et les des en un du une que est pour qui dans par sur pas au plus il avec l d "
    "qu n ont",
    "ga": "an na agus a i ar go is bhí sé ag le tá do den nach sa ach mar ó bhfuil seo leis",
    "hr": "i je u na se da za su od s o a koji iz će do bi što kako nije prije gdje tijekom kao",
    "hu": "a az és hogy nem is egy volt meg csak de ez már el még szerint mint kell azt vagy "
    "pedig",
    "id": "yang dan di dari untuk dengan ini pada itu tidak dalam akan adalah ke oleh telah juga",
    "it": "di che è e la il un a per in non sono del una con ha della si gli nel alla dei anche",
    "lt": "ir kad į yra iš su buvo tai ne bet kaip o jis apie dėl nuo tik po prie už bus jo per",
    "lv": "un ir ka no par ar uz to arī kas bija tika pēc lai kā vai bet līdz tas viņš nav pie",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als door maar naar",
    "no": "og det er på som til for med har av at ikke en den var seg han etter om fra ble også",
    "pl": "w i na z się nie do że jest to o po za od jak przez ale który są oraz ma dla jego",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como foi ao",
    "ro": "de și şi în a la cu pe din că o nu care un pentru au fost mai este ca sunt după prin al",
    "sk": "a v sa na je že s z do o to k vo pre za by ale sú od po ako podľa ktorá pri jeho aj",
    "sl": "in je v na se da za so z pa ki po bi s od o ne kot tudi bil ni pri še bila iz ob",
    "sr": "i je u na se da za su od sa o a koji iz će do bi šta kako nije pre gde tokom kao",
    "sv": "och att det i är som en på för av med den till inte har de ett om han var från också",
    "sw": "na ya wa kwa katika ni za kuwa la cha hiyo huo baada yake wake kama kutoka alisema ili",
    "tl": "ang ng sa mga na ay at si ni para kay nang hindi ito siya din rin may kung noong isang",
    "tr": "ve bir bu da de için ile olarak çok daha gibi olan sonra kadar ise en ne o her ancak "
    "dedi söyledi oldu olduğu etti edildi göre kişi iki ilk yıl gün günü var yok değil tarafından "
    "üzerinde diye önce hem veya ya geçen belirtti açıkladı",
    "vi": "và của là có được trong cho một các không với người những đã này khi để đến tại ở",
}  # fmt: skip
CYRILLIC = {
    "be": "і у на што не з да як гэта за яго па ён але для быў яны ад таксама каб ці пры было",
    "bg": "на и в да за от се е че не с са по като до ще си при или който беше това му така",
    "mk": "на и во да за од се е дека не со што ги по го како ќе до или при беше тоа му сите",
    "ru": "и в не на что с он по как это но из к за его был у от для о же так было после они их "
    "до во со который которые также еще ещё уже только года году лет была были если чтобы",
    "sr": "и је у на се да за су од са о а који из ће до би шта како није пре где током као",
    "uk": "і в у на що не з до як та це за його від він але для про був вони також щоб під є",
}  # fmt: skip
ARABIC = {
    "ar": "في من على إلى أن عن التي الذي ما هذا هذه مع كان لا بعد أو ذلك كما قد بين قال لم كانت",
    "fa": "و در به از که این را با است برای آن یک تا شد بود خود می هم کرد بر شده اما پس نیز",
    "ur": "کے میں کی ہے اور سے کا کو اس نے کہ پر ہیں یہ بھی ایک تھا جو گیا نہیں کر ہو وہ لیے",
}  # fmt: skip
DEVANAGARI = {
    "hi": "के में है की और से का को ने पर कि यह एक भी हैं नहीं लिए इस था कर गया थे कहा हो",
    "mr": "आणि आहे या ते हा च आहेत की एक होते होता नाही तर व मध्ये त्या केली केले असे ही",
    "ne": "र को मा छ पनि यो भएको गरेको हो एक छन् ले का गर्न थियो तर भने भएका लागि",
}  # fmt: skip
HEBREW = {
    "he": "של את על לא הוא זה עם כי גם היא אל כל או אבל יש היה אם אחרי לאחר בין כך הם",
    "yi": "און די פון דער אין איז צו דאס מיט האט נישט אז זיך אויף א פאר האבן ער זענען",
}  # fmt: skip

BY_SCRIPT: Mapping[str, Mapping[str, str]] = {
    "latin": LATIN,
    "cyrillic": CYRILLIC,
    "arabic": ARABIC,
    "devanagari": DEVANAGARI,
    "hebrew": HEBREW,
}
