using Archive.Web.Hosting;

namespace Archive.Web.Tests.Hosting;

/// <summary>What the host is told of work beside the pages.</summary>
[Trait("Store", "Any")]
public sealed class BackgroundWorkTests
{
    [Fact]
    public async Task That_the_site_stopped_before_the_work_began_is_no_failure()
    {
        using var work = new Work(_ => Task.CompletedTask);

        await work.StartAsync(new CancellationToken(canceled: true));
        await work.ExecuteTask!;

        Assert.False(work.HasRun);
    }

    [Fact]
    public async Task That_the_site_stopped_while_it_ran_is_no_failure_either()
    {
        using var work = new Work(stopping => Task.Delay(Timeout.Infinite, stopping));

        await work.StartAsync(TestContext.Current.CancellationToken);
        await work.Begun;
        await work.StopAsync(TestContext.Current.CancellationToken);
        await work.ExecuteTask!;

        Assert.True(work.HasRun);
    }

    [Fact]
    public async Task What_goes_wrong_in_it_is_told()
    {
        using var work = new Work(_ => throw new TaskCanceledException("An answer took too long."));

        await work.StartAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<TaskCanceledException>(() => work.ExecuteTask!);
    }

    private sealed class Work(Func<CancellationToken, Task> run) : BackgroundWork
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => begun.Task;

        public bool HasRun => begun.Task.IsCompleted;

        protected override Task WorkAsync(CancellationToken stopping)
        {
            begun.SetResult();
            return run(stopping);
        }
    }
}
