namespace Archive.Import.Blocks.Mail;

/// <summary>The words that mails are made of beside what they are about, in the languages in which lists are sent. Compared without regard to case.</summary>
internal static class MailWords
{
    /// <summary>Begin a greeting.</summary>
    public static readonly string[] Greetings = Longest(
        "dear", "hi", "hi there", "hello", "hello there", "hey", "greetings", "good morning", "good afternoon", "good evening", "good day", "happy monday", "happy friday",
        "hallo", "guten tag", "guten morgen", "guten abend", "liebe", "lieber", "sehr geehrte", "sehr geehrter", "moin", "servus",
        "bonjour", "bonsoir", "salut", "cher", "chère", "chers", "chères",
        "hola", "buenos días", "buenos dias", "buenas tardes", "buenas noches", "buenas", "estimado", "estimada", "estimados", "estimadas", "querido", "querida", "queridos", "queridas",
        "olá", "bom dia", "boa tarde", "boa noite", "caro", "cara", "caros", "cari", "care", "ciao", "buongiorno", "buonasera", "gentile", "gentili",
        "beste", "geachte", "goedemorgen", "goedemiddag", "hej", "hei", "kära", "kære", "kjære", "god morgon", "cześć", "dzień dobry", "szanowni", "drodzy", "dobrý den", "ahoj", "vážení",
        "merhaba", "merhabalar", "selam", "selamlar", "sevgili", "değerli", "sayın", "günaydın",
        "здравствуйте", "привет", "всем привет", "добрый день", "доброе утро", "добрый вечер", "уважаемые", "уважаемый", "уважаемая", "дорогие", "сәлем", "саламатсызбы",
        "assalamu alaikum", "assalamu alaykum", "as-salamu alaykum", "assalomu alaykum", "essalamu eleykum", "salam", "salaam", "tashi delek",
        "السلام عليكم", "مرحبا", "مرحباً", "تحية طيبة", "أعزائي", "صباح الخير", "مساء الخير", "سلام", "درود", "ئەسسالامۇئەلەيكۇم", "ئەسسالامۇ ئەلەيكۇم", "ياخشىمۇسىز", "ياخشىمۇسىلەر", "ھۆرمەتلىك", "قەدىرلىك",
        "大家好", "各位好", "各位", "您好", "你好", "亲爱的", "親愛的", "尊敬的", "皆様", "皆さん", "お疲れ様です", "안녕하세요", "བཀྲ་ཤིས་བདེ་ལེགས");

    /// <summary>Stand between those who are greeted.</summary>
    public static readonly HashSet<string> Joints = Set("and", "und", "et", "y", "e", "en", "och", "og", "ve", "и", "و", "my", "our", "to", "à", "a", "an", "you");

    /// <summary>Whom a mail to several people greets.</summary>
    public static readonly HashSet<string> Groups = Set(
        "all", "everyone", "everybody", "team", "colleagues", "friends", "both", "folks", "there", "again", "list", "subscribers", "editors", "members", "supporters", "comrades", "guys", "ladies", "gentlemen", "sir", "madam", "sirs",
        "zusammen", "alle", "allerseits", "kolleginnen", "kollegen", "freunde", "freundinnen", "damen", "herren", "team", "liebe", "tous", "toutes", "collègues", "ami", "amis", "amies", "ami·es", "madame", "monsieur", "mesdames", "messieurs",
        "todos", "todas", "todas/os", "colegas", "amigos", "amigas", "compañeros", "compañeras", "señores", "señoras", "tutti", "tutte", "colleghi", "colleghe", "amici", "amiche",
        "allen", "allemaal", "collega's", "collegae", "vrienden", "alla", "allihopa", "kollegor", "vänner", "venner", "kolleger", "państwo", "koledzy", "přátelé", "kolegové", "herkese", "arkadaşlar", "dostlar", "hocam", "meslektaşlarım",
        "коллеги", "друзья", "все", "всем", "الجميع", "الزملاء", "الأصدقاء", "الكرام", "الأعزاء", "دوستلار", "قېرىنداشلار", "خىزمەتداشلار", "ورحمة", "الله", "وبركاته", "وبعد", "همگی", "دوستان",
        "朋友们", "朋友", "朋友們", "同事们", "同事", "大家", "各位", "老师", "同学们", "们", "好");

    /// <summary>Say that something is here.</summary>
    public static readonly HashSet<string> Pointers = Set(
        "here", "here's", "heres", "below", "attached", "enclosed", "following", "find", "sending", "sharing", "share", "forwarding", "hier", "anbei", "unten", "voici", "voilà", "ci-dessous", "ci-joint", "ci-joints", "ecco", "allegato", "sotto", "aquí", "aqui", "adjunto", "abajo", "comparto",
        "segue", "seguem", "abaixo", "anexo", "hieronder", "bijgevoegd", "nedan", "här", "her", "aşağıda", "ekte", "işte", "вот", "ниже", "إليكم", "أدناه", "مرفق", "تۆۋەندە", "تۆۋەندىكى");

    /// <summary>What a list of links is called.</summary>
    public static readonly HashSet<string> Lists = Set(
        "link", "links", "list", "lists", "news", "headline", "headlines", "article", "articles", "story", "stories", "item", "items", "digest", "roundup", "round-up", "summary", "clippings", "clips", "media", "press", "review", "update", "updates", "reading",
        "liste", "meldungen", "nachrichten", "artikel", "presseschau", "liens", "lien", "actualités", "nouvelles", "revue", "presse", "articles", "enlaces", "lista", "noticias", "artículos", "resumen", "notizie", "articoli", "rassegna", "stampa", "notícias", "ligações",
        "lijst", "nieuws", "berichten", "länkar", "nyheter", "lenker", "haberler", "bağlantılar", "linkler", "listesi", "ссылки", "список", "новости", "обзор", "روابط", "الروابط", "قائمة", "أخبار", "الأخبار", "خەۋەرلەر", "خەۋەرلىرى", "ئۇلىنىشلار", "链接", "新闻", "鏈接", "新聞", "リンク", "ニュース");

    /// <summary>What else is said of a list, a day, and those who are written to.</summary>
    public static readonly HashSet<string> Talk = Set(
        "please", "see", "hope", "hoping", "sorry", "apologies", "thanks", "thank", "as", "usual", "fyi", "enjoy", "are", "is", "the", "a", "an", "some", "few", "of", "for", "from", "in", "on", "and", "with", "my", "our", "your", "you", "we", "i", "i'm", "am", "it", "to", "at", "this", "these", "that", "just", "quick", "also", "again", "more", "latest", "recent", "new", "daily", "weekly",
        "week", "week's", "weeks", "day", "day's", "days", "today", "today's", "todays", "tomorrow", "tomorrow's", "yesterday", "yesterday's", "weekend", "weekend's", "month", "month's", "morning", "morning's", "evening", "now", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "monday's", "tuesday's", "wednesday's", "thursday's", "friday's", "saturday's", "sunday's",
        "bitte", "danke", "heute", "heutigen", "heutige", "sind", "ist", "die", "der", "das", "von", "aus", "vom", "für", "euch", "sie", "ihnen", "im", "anhang", "wie", "immer", "hoffe", "woche", "tages", "links", "les", "le", "la", "du", "de", "des", "jour", "aujourd'hui", "semaine", "merci", "veuillez", "trouver", "trouverez", "vous", "j'espère",
        "los", "las", "el", "hoy", "día", "del", "semana", "espero", "gracias", "por", "favor", "están", "i", "gli", "di", "oggi", "giorno", "settimana", "spero", "grazie", "os", "as", "hoje", "dia", "het", "vandaag", "van", "zijn", "dagens", "är", "idag", "bugünün", "bugünkü", "günün", "haftanın", "сегодня", "дня", "неделю", "за", "надеюсь", "спасибо", "اليوم", "لهذا", "بۈگۈنكى", "今天", "今日", "以下", "是", "的");

    /// <summary>The words of a text, without the signs around them.</summary>
    public static IEnumerable<string> Of(string text) =>
        text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(Signs).Replace('’', '\'')).Where(word => word.Length > 0);

    private static readonly char[] Blanks = [' ', ',', '，', '、', '،', '/'];

    private static readonly char[] Signs = ['.', ',', ':', ';', '!', '?', '(', ')', '–', '—', '-', '…', '“', '”', '"', '。', '：', '！', '，', '،', '؛', '*', '_', ':', '☺', '\uFE0F'];

    private static HashSet<string> Set(params string[] words) => new(words, StringComparer.OrdinalIgnoreCase);

    private static string[] Longest(params string[] words) => [.. words.OrderByDescending(word => word.Length)];
}
