using Archive.Benchmarks;
using Archive.Rig;

// dotnet run -c Release --project tests/Archive.Benchmarks                                     measures everything
// dotnet run -c Release --project tests/Archive.Benchmarks -- parse | import-speed | memory    measures one thing
// dotnet run -c Release --project tests/Archive.Benchmarks -- import-ratio [--headlines 1000000] [--runs 3] [--store Sqlite|Postgres]
// dotnet run -c Release --project tests/Archive.Benchmarks -- pages [--headlines 1000000] [--beside 10000] [--repetitions 20] [--store Sqlite|Postgres]
// dotnet run -c Release --project tests/Archive.Benchmarks -- search [--headlines 1000000] [--searches 400] [--store Sqlite|Postgres | --on sqlite:FILE | --on postgres:Host=…]
// dotnet run -c Release --project tests/Archive.Benchmarks -- generate --headlines 100000 --files 20 --seed 1 [--names] --out DIR
switch (args.FirstOrDefault() ?? "all")
{
    case "generate" when Option("--out") is { } folder:
        var size = new ArchiveSize(Number("--headlines", 100_000), Number("--files", 20), Number("--seed", 1), Number("--per-digest", 20)) { WithNames = args.Contains("--names") };
        Console.WriteLine($"{size.Headlines:N0} headlines in {size.Files:N0} files in {folder}, the largest of {new DigestGenerator(size).WriteTo(folder):N0} bytes");
        return 0;
    case "import" when args.Length == 2:
        return await MemoryMeasurement.ChildAsync(args[1]);
    case "import-ratio":
        await foreach (var figure in ImportRatio.RunAsync(Archive(Number("--headlines", 1_000_000)), Number("--runs", 3), Stores())) Console.WriteLine(figure);
        return 0;
    case "pages":
        await foreach (var figure in PageSpeed.RunAsync(Archive(Number("--beside", 10_000)), Archive(Number("--headlines", 1_000_000)), Number("--repetitions", 20), Stores()))
            Console.WriteLine(figure);
        return 0;
    case "search":
        var searches = Number("--searches", 400);
        await foreach (var figure in Option("--on") is { } there ? SearchSpeed.RunOnAsync(there, searches) : SearchSpeed.RunAsync(Archive(Number("--headlines", 1_000_000)), searches, Stores()))
            Console.WriteLine(figure);
        return 0;
    case "all" or "parse" or "import-speed" or "memory":
        await MeasureAsync(args.FirstOrDefault() ?? "all");
        return 0;
    default:
        Console.Error.WriteLine("Say nothing, or parse, import-speed, memory, import-ratio, pages, search, or generate --out DIR [--headlines N] [--files N] [--seed N] [--per-digest N].");
        return 2;
}

async Task MeasureAsync(string what)
{
    Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, {(IsDebug() ? "DEBUG BUILD: run with -c Release" : "release build")}");
    Console.WriteLine($"{"measured",-66} {"figure",14} {"",-12} {"aim",10}");
    if (what is "all" or "parse")
        foreach (var figure in Measurements.ParseSpeed(Number("--headlines", 200_000), runs: 7)) Console.WriteLine(figure);
    if (what is "all" or "import-speed")
        foreach (var figure in await Measurements.ImportSpeedAsync(Number("--headlines", 100_000), files: 20, runs: 3)) Console.WriteLine(figure);
    if (what is "all" or "memory")
        foreach (var figure in MemoryMeasurement.Run()) Console.WriteLine(figure);
}

// As many digests of 25 headlines as it takes, a thousand of them a file.
static ArchiveSize Archive(int headlines) => new(headlines, Math.Max(1, headlines / 25_000), HeadlinesPerDigest: 25);

StoreKind[] Stores() => Enum.TryParse<StoreKind>(Option("--store"), ignoreCase: true, out var kind) ? [kind] : [StoreKind.Sqlite, StoreKind.Postgres];

string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

int Number(string name, int otherwise) => int.TryParse(Option(name), out var number) && number > 0 ? number : otherwise;

static bool IsDebug() => typeof(Figure).Assembly.GetCustomAttributes(typeof(System.Diagnostics.DebuggableAttribute), inherit: false)
    .Cast<System.Diagnostics.DebuggableAttribute>().Any(attribute => attribute.IsJITOptimizerDisabled);
