"""Words of the pages of `benchmarks.day_pages`: months, how a day is printed, and an invented story, in nine languages."""

from dataclasses import dataclass
from datetime import date

#: Days of the first six months of a Persian year.
_HALF = 186


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language: its months, how a day is printed, the words around it, and a story of four paragraphs.

    ``digits`` are its own figures, empty where it prints the usual ones; ``order`` has d, m and y in their places.
    """

    code: str
    months: str
    order: str
    published: str
    updated: str
    title: str
    story: tuple[str, str, str, str]
    digits: str = ""


def printed(day: date, tongue: Tongue) -> str:
    """Return a day as a language prints it."""
    if tongue.code == "fa":
        text = _solar(day, tongue)
    else:
        text = tongue.order.format(d=day.day, m=tongue.months.split()[day.month - 1], y=day.year)
    return text.translate({ord(str(n)): digit for n, digit in enumerate(tongue.digits)})


def _solar(day: date, tongue: Tongue) -> str:
    """Return a day of the Persian calendar: the year begins on 20 or 21 March, six months have 31 days, five 30."""
    begun = _new_year(day.year)
    year = day.year - 621
    if day < begun:
        year, begun = year - 1, _new_year(day.year - 1)
    since = (day - begun).days
    month, left = divmod(since, 31) if since < _HALF else (6 + (since - _HALF) // 30, (since - _HALF) % 30)
    return tongue.order.format(d=left + 1, m=tongue.months.split()[month], y=year)


def _new_year(year: int) -> date:
    """Return the first day of the Persian year that begins in a year between 2024 and 2033."""
    return date(year, 3, 20 if year in {2024, 2025, 2028, 2029, 2032, 2033} else 21)


_EN = "January February March April May June July August September October November December"
_ARTICLE = (
    "Fighters of the Reed Front burned three houses in a village near Oskil, residents told this newspaper by telephone.",
    "The governor of Tarn had met the elders of the village before, and had promised them a new bridge over the river",
    "Nobody has said who ordered the attack, and the council has asked for an inquiry that is to begin within the month.",
    "The road to the east is closed until further notice, and traders say that flour has become dear in all the markets.",
)
TONGUES: tuple[Tongue, ...] = (
    Tongue("en", _EN, "{d} {m} {y}", "Published on", "Updated", "Three houses burned near Oskil", _ARTICLE),
    Tongue("en-US", _EN, "{m} {d}, {y}", "Posted on", "Last updated", "Houses near Oskil burned by fighters", _ARTICLE),
    Tongue(
        "fr",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "{d} {m} {y}",
        "Publié le",
        "Mis à jour le",
        "Trois maisons incendiées près d'Oskil",
        (
            "Des combattants du Front des Roseaux ont incendié trois maisons dans un village près d'Oskil, ont dit des voisins.",
            "Le gouverneur de Tarn avait rencontré les anciens du village et leur avait promis un nouveau pont sur la rivière",
            "Personne n'a dit qui avait ordonné l'attaque, et le conseil demande une enquête qui doit commencer dans le mois.",
            "La route de l'est est fermée jusqu'à nouvel ordre, et les commerçants disent que la farine est devenue chère.",
        ),
    ),
    Tongue(
        "es",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "{d} de {m} de {y}",
        "Publicado el",
        "Actualizado el",
        "Tres casas quemadas cerca de Oskil",
        (
            "Combatientes del Frente de los Juncos quemaron tres casas en un pueblo cerca de Oskil, dijeron los vecinos.",
            "El gobernador de Tarn se había reunido con los ancianos del pueblo y les había prometido un puente sobre el río",
            "Nadie ha dicho quién ordenó el ataque, y el consejo pide una investigación que debe empezar dentro del mes.",
            "La carretera del este está cerrada hasta nuevo aviso, y los comerciantes dicen que la harina se ha vuelto cara.",
        ),
    ),
    Tongue(
        "de",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "{d}. {m} {y}",
        "Veröffentlicht am",
        "Aktualisiert am",
        "Drei Häuser bei Oskil niedergebrannt",
        (
            "Kämpfer der Schilffront haben in einem Dorf bei Oskil drei Häuser niedergebrannt, berichten Bewohner am Telefon.",
            "Der Gouverneur von Tarn hatte die Ältesten des Dorfes getroffen und ihnen eine Brücke über den Fluss versprochen",
            "Niemand hat gesagt, wer den Angriff befohlen hat, und der Rat verlangt eine Untersuchung noch in diesem Monat.",
            "Die Straße nach Osten ist bis auf weiteres gesperrt, und Händler sagen, dass Mehl auf allen Märkten teuer wurde.",
        ),
    ),
    Tongue(
        "ru",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "{d} {m} {y} года",
        "Опубликовано",
        "Обновлено",
        "Три дома сожжены под Осскилом",
        (
            "Бойцы Камышового фронта сожгли три дома в деревне под Осскилом, рассказали по телефону жители соседних сёл.",
            "Губернатор Тарна встречался со старейшинами деревни и обещал им построить новый мост через реку",
            "Никто не сказал, кто приказал напасть, и совет требует расследования, которое должно начаться в этом месяце.",
            "Дорога на восток закрыта до особого распоряжения, и торговцы говорят, что мука подорожала на всех рынках.",
        ),
    ),
    Tongue(
        "uk",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "{d} {m} {y}",
        "Опубліковано",
        "Оновлено",
        "Три будинки спалено біля Осскіла",
        (
            "Бійці Очеретяного фронту спалили три будинки в селі біля Осскіла, розповіли телефоном мешканці сусідніх сіл.",
            "Губернатор Тарна зустрічався зі старійшинами села й обіцяв їм збудувати новий міст через річку",
            "Ніхто не сказав, хто наказав напасти, і рада вимагає розслідування, яке має розпочатися цього місяця.",
            "Дорогу на схід закрито до окремого розпорядження, і торговці кажуть, що борошно подорожчало на всіх ринках.",
        ),
    ),
    Tongue(
        "ar",
        "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        "{d} {m} {y}",
        "نشر في",
        "آخر تحديث",
        "إحراق ثلاثة منازل قرب أوسكيل",
        (
            "أحرق مقاتلون من جبهة القصب ثلاثة منازل في قرية قرب أوسكيل، بحسب ما قال سكان القرى المجاورة للصحيفة عبر الهاتف.",
            "وكان محافظ تارن قد التقى شيوخ القرية ووعدهم ببناء جسر جديد فوق النهر قبل نهاية العام المقبل",
            "ولم يقل أحد من أمر بالهجوم، وطالب المجلس بفتح تحقيق يبدأ خلال هذا الشهر ويشمل جميع القرى المتضررة.",
            "ولا يزال الطريق إلى الشرق مغلقا حتى إشعار آخر، ويقول التجار إن الدقيق أصبح غالي الثمن في جميع الأسواق.",
        ),
        digits="٠١٢٣٤٥٦٧٨٩",
    ),
    Tongue(
        "fa",
        "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
        "{d} {m} {y}",
        "تاریخ انتشار:",
        "به‌روزرسانی:",
        "سه خانه نزدیک اوسکیل سوزانده شد",
        (
            "جنگجویان جبهه نی سه خانه را در روستایی نزدیک اوسکیل سوزاندند، به گفته ساکنان روستاهای همسایه در گفتگوی تلفنی.",
            "استاندار تارن پیش از این با بزرگان روستا دیدار کرده و به آنان وعده ساختن پلی تازه بر روی رودخانه داده بود",
            "هیچ‌کس نگفته است چه کسی فرمان حمله را داده، و شورا خواستار تحقیقی شده که باید در همین ماه آغاز شود.",
            "جاده شرق تا اطلاع بعدی بسته است، و بازرگانان می‌گویند که آرد در همه بازارها گران شده است.",
        ),
        digits="۰۱۲۳۴۵۶۷۸۹",
    ),
)
