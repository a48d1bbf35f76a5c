using Archive.Web.Accounts;
using Archive.Web.Accounts.Access;
using Archive.Web.Accounts.Carrying;
using Archive.Web.Commands;
using Archive.Web.Fetching;
using Archive.Web.Hosting;
using Archive.Web.Hosting.Keeping;
using Archive.Web.Hosting.Keys;
using Archive.Web.Hosting.Watching;
using Archive.Web.Pages.Desk.Drafting;
using Archive.Web.Settings;

// The table of contents: what `archive` can do, and below it what the site is made of. One named call per concern.

return await ArchiveCommands.RunAsync(
    args,
    settings => ServeCommand.Create(settings, BuildSite),
    ImportCommand.Create,
    SearchCommand.Create,
    CopyCommand.Create,
    MigrateCommand.Create,
    ReindexCommand.Create,
    UserCommand.Create,
    LinksCommand.Create,
    VerifyCommand.Create,
    WithdrawCommand.Create,
    PutBackCommand.Create,
    UndoCommand.Create,
    HealthCommand.Create);

static WebApplication BuildSite(WebApplicationBuilder builder)
{
    // What it is set to, what it writes down, where its posts are kept.
    builder.AddArchiveOptions();
    builder.AddArchiveLogging();
    builder.AddArchiveData();
    builder.AddStoreWatch();
    builder.AddWarmSearch();
    builder.AddRefiling();
    builder.AddDestruction();

    // How it answers.
    builder.AddHardenedServer();
    builder.AddTrustedProxies();
    builder.AddErrorPages();
    builder.AddReadingPages();
    builder.AddKeptPages();
    builder.AddSharedKeys();
    builder.AddAccounts();
    builder.AddDrafting();
    builder.AddArchiveHealth();
    builder.AddFetching();
    builder.AddLinkChecks();

    var app = builder.Build();

    // What every request passes, in this order.
    app.UseTrustedProxies();
    app.UseRequestLog();
    app.UseSecurityHeaders();
    app.UseErrorPages();
    app.UseReadersGate();
    app.UseCarriedForms();
    app.UseRouting();
    app.UseAccounts();
    app.UseEditorsView();
    app.UseKeptPages();

    // What there is to ask for.
    app.MapArchiveHealth();
    app.MapRobots();
    app.MapOpenSearch();
    app.MapStaticAssets().ForReaders();
    app.MapRazorPages().WithStaticAssets();
    return app;
}
