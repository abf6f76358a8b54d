using System.Buffers;
using System.IO.Pipelines;

namespace Chartcast.Mcp.Transports;

/// <summary>Reads lines of bounded length; a longer one is reported once and its rest thrown away.</summary>
/// <param name="reader">Where the bytes come from.</param>
/// <param name="maxBytes">Longest line without its end.</param>
internal sealed class LineReader(PipeReader reader, int maxBytes)
{
    private bool _isDiscarding;

    /// <summary>Reads the next line.</summary>
    /// <returns>The line, or null at the end of the input.</returns>
    public async ValueTask<Line?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Take(buffer.Slice(0, end));
                reader.AdvanceTo(buffer.GetPosition(1, end));
                if (line is not null)
                    return line;
            }
            else if (read.IsCompleted)
            {
                var line = buffer.IsEmpty ? null : Take(buffer);
                reader.AdvanceTo(buffer.End);
                return line;
            }
            else if (_isDiscarding || buffer.Length > maxBytes)
            {
                var isNew = !_isDiscarding;
                _isDiscarding = true;
                reader.AdvanceTo(buffer.End);
                if (isNew)
                    return Line.TooLong;
            }
            else
            {
                reader.AdvanceTo(buffer.Start, buffer.End);
            }
        }
    }

    private Line? Take(ReadOnlySequence<byte> bytes)
    {
        if (_isDiscarding)
        {
            _isDiscarding = false;
            return null;
        }

        return bytes.Length > maxBytes ? Line.TooLong : new Line(bytes.ToArray());
    }
}

/// <summary>A line of input.</summary>
/// <param name="Bytes">Its bytes without the end; null when it was too long.</param>
internal readonly record struct Line(byte[]? Bytes)
{
    public static Line TooLong { get; } = new(null);
}
