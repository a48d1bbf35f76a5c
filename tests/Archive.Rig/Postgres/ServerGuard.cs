using System.Diagnostics;

namespace Archive.Rig.Postgres;

/// <summary>
/// Stops a server and removes its folder when this process ends, however it ends: a shell waits for the end of a pipe that only this
/// process holds open, and the kernel closes it also after Ctrl-C or <c>kill -9</c>.
/// </summary>
internal sealed class ServerGuard : IDisposable
{
    private const string Script = """
        trap '' INT TERM HUP
        exec >/dev/null 2>&1
        cat
        "$1" -D "$2/data" -m immediate -w -t 30 stop
        rm -rf "$2"
        """;

    private readonly Process shell;

    public ServerGuard(string folder)
    {
        var start = Unprivileged.StartInfo("sh", ["-c", Script, "guard", PostgresPrograms.PgCtl, folder]);
        start.RedirectStandardInput = true;
        shell = Process.Start(start)!;
    }

    /// <summary>Lets go, and waits until all is gone.</summary>
    public void Dispose()
    {
        shell.StandardInput.Close();
        shell.WaitForExit(TimeSpan.FromSeconds(40));
        shell.Dispose();
    }
}
