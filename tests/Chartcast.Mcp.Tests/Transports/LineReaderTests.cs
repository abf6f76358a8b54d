using System.IO.Pipelines;
using System.Text;
using Chartcast.Mcp.Tests.Fixtures;
using Chartcast.Mcp.Transports;

namespace Chartcast.Mcp.Tests.Transports;

public sealed class LineReaderTests
{
    private const int LongestLine = 64 * 1024;
    private const int HugeLine = 64 * 1024 * 1024;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact(Timeout = Until.Limit)]
    public async Task HugeLine_IsReportedOnce_AndNeverHeld()
    {
        // The pipe lets its writer go on only while less than this waits to be read, so a reader that held the line
        // would stop it for ever.
        var pipe = new Pipe(new PipeOptions(
            pauseWriterThreshold: 2 * LongestLine, resumeWriterThreshold: LongestLine));
        var writing = WriteAsync(pipe.Writer);
        var lines = new LineReader(pipe.Reader, LongestLine);

        Assert.Null((await lines.ReadAsync(Cancel))!.Value.Bytes);
        Assert.Equal("next", Encoding.ASCII.GetString((await lines.ReadAsync(Cancel))!.Value.Bytes!));
        Assert.Null(await lines.ReadAsync(Cancel));
        await writing;
    }

    [Fact(Timeout = Until.Limit)]
    public async Task LineOfTheLimit_Fits_AndOneByteMoreDoesNot()
    {
        var text = new string('a', LongestLine) + "\n" + new string('b', LongestLine + 1) + "\n\nc";
        using var input = new MemoryStream(Encoding.ASCII.GetBytes(text));
        var lines = new LineReader(PipeReader.Create(input), LongestLine);

        Assert.Equal(LongestLine, (await lines.ReadAsync(Cancel))!.Value.Bytes!.Length);
        Assert.Null((await lines.ReadAsync(Cancel))!.Value.Bytes);
        Assert.Empty((await lines.ReadAsync(Cancel))!.Value.Bytes!);
        Assert.Equal("c"u8.ToArray(), (await lines.ReadAsync(Cancel))!.Value.Bytes!);
        Assert.Null(await lines.ReadAsync(Cancel));
    }

    private static async Task WriteAsync(PipeWriter writer)
    {
        var piece = new byte[16 * 1024];
        Array.Fill(piece, (byte)'x');
        for (var written = 0; written < HugeLine; written += piece.Length)
            await writer.WriteAsync(piece, Cancel);
        await writer.WriteAsync("\nnext\n"u8.ToArray(), Cancel);
        await writer.CompleteAsync();
    }
}
