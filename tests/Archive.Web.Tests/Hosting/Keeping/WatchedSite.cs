using System.Data.Common;
using System.Globalization;
using Archive.Store;
using Archive.Web.Tests.Desk;
using Archive.Web.Tests.Reading;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Archive.Web.Tests.Hosting.Keeping;

/// <summary>Counts what the store is asked, and can be told to leave it unanswered.</summary>
internal sealed class WatchedSite : ShelfSite
{
    private readonly StoreEar ear = new();

    public int Questions { get => ear.Questions; set => ear.Questions = value; }

    public bool IsDown { set => ear.Feed!.IsDown = ear.IsDown = value; }

    public MovedClock Clock { get; } = new();

    /// <summary>Waits until the node has heard of the store's edition.</summary>
    public async Task SettleAsync()
    {
        var number = Convert.ToInt64(await Store.ExecuteAsync("""SELECT "Number" FROM "Editions" """, TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
        var feed = Services.GetRequiredService<EditionFeed>();
        EditionMark? heard = null;
        await HealthTests.UntilAsync(async () =>
        {
            var now = await feed.NewestAsync(TestContext.Current.CancellationToken);
            var isSettled = now.Number == number && now == heard && (StoreUnderTest.Kind == StoreKind.Sqlite || now.Hearing > 0);
            heard = now;
            return isSettled;
        });
        using var client = CreateClient();
        await client.GetStringAsync("/2021", TestContext.Current.CancellationToken);
    }

    public async Task<int> QuestionsOfAsync(Func<Task> act)
    {
        Questions = 0;
        await act();
        return Questions;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<IInterceptor>(ear);
            // It asks the store by itself, and would be counted.
            services.PublishNothingByItself();
            services.AddSingleton<TimeProvider>(Clock);
            var real = services.Last(service => service.ServiceType == typeof(EditionFeed));
            services.Replace(ServiceDescriptor.Singleton<EditionFeed>(provided => ear.Feed = new((EditionFeed)real.ImplementationFactory!(provided))));
        });
    }
}

internal sealed class MovedClock : TimeProvider
{
    private TimeSpan by;

    public void Advance(TimeSpan time) => by += time;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
}

internal sealed class CutFeed(EditionFeed feed) : EditionFeed
{
    public bool IsDown { get; set; }

    public override int Hearing => feed.Hearing;

    public override ValueTask<EditionMark> NewestAsync(CancellationToken cancellation = default) =>
        IsDown ? throw new TimeoutException("The line is cut.") : feed.NewestAsync(cancellation);

    public override ValueTask DisposeAsync() => feed.DisposeAsync();
}

internal sealed class StoreEar : DbCommandInterceptor
{
    private int questions;

    public CutFeed? Feed { get; set; }

    public bool IsDown { get; set; }

    public int Questions { get => questions; set => questions = value; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref questions);
        return IsDown ? throw new TimeoutException("The line is cut.") : new(result);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
        IsDown ? throw new TimeoutException("The line is cut.") : new(result);
}
