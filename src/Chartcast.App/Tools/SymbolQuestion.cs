using System.Text.Json;
using Chartcast.App.Answers;
using Chartcast.App.Engines;
using Chartcast.Generation.MarketData;
using Chartcast.Generation.Requests;
using Chartcast.Mcp.Dispatch;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Tools;

/// <summary>
/// Settles which symbol a call means when it names none, or one without its exchange: asks the person where the client
/// can, and otherwise fails with the symbols that may be meant. Nothing is ever guessed.
/// </summary>
internal sealed class SymbolQuestion(ChartEngine engine)
{
    private const string Member = "symbol";
    private const int MostCandidates = 10;
    private const int LongestShown = 60;

    /// <summary>The call with its symbol settled; the same call when nothing is open.</summary>
    /// <param name="call">The call.</param>
    /// <param name="read">Reads arguments; called before anybody is asked, so that nobody answers for a call that
    /// fails anyway.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ChartException">It stays open.</exception>
    public async ValueTask<ToolCall> SettleAsync(
        ToolCall call, Action<JsonElement> read, CancellationToken cancellationToken)
    {
        if (OpenSymbol(call.Arguments) is not { } given) return call;
        if (call.Dialogue.TryGetForm(Member, out JsonElement form)
            && form.TryGetProperty(Member, out JsonElement answer) && answer.ValueKind == JsonValueKind.String)
            return call with { Arguments = With(call.Arguments, answer.GetString()!) };

        IReadOnlyList<SymbolListing> candidates = await CandidatesAsync(given, cancellationToken);
        if (!call.Dialogue.CanElicit || call.Dialogue.TryGetAnswer(Member, out _))
            throw Fail(call.Arguments, read, candidates);
        read(With(call.Arguments, candidates.Count > 0 ? candidates[0].Symbol : "DEMO:ANY"));
        throw call.Dialogue.Ask(new Dictionary<string, InputRequest>
        {
            [Member] = InputRequest.ForElicitation(Question(given, candidates)),
        });
    }

    /// <summary>The text that stands where a symbol should; null when it names an exchange, or is no text.</summary>
    private static string? OpenSymbol(JsonElement arguments)
    {
        if (arguments.ValueKind != JsonValueKind.Object) return null;
        if (!arguments.TryGetProperty(Member, out JsonElement symbol) || symbol.ValueKind == JsonValueKind.Null)
            return "";
        if (symbol.ValueKind != JsonValueKind.String) return null;
        string text = symbol.GetString()!.Trim();
        return text.Contains(':', StringComparison.Ordinal) ? null : text;
    }

    /// <summary>What may be meant: symbols of that name on every exchange, else symbols that contain it.</summary>
    private async ValueTask<IReadOnlyList<SymbolListing>> CandidatesAsync(
        string given, CancellationToken cancellationToken)
    {
        IReadOnlyList<SymbolListing> found = await engine.Feeds.ListAsync(given, null, null, cancellationToken);
        SymbolListing[] exact = [.. found.Where(listing =>
            listing.Symbol.EndsWith(":" + given, StringComparison.OrdinalIgnoreCase))];
        return [.. (exact.Length > 0 ? exact : found).Take(MostCandidates)];
    }

    private static ElicitRequestParams Question(string given, IReadOnlyList<SymbolListing> candidates)
    {
        string shown = ChartText.OneLine(given.Length > LongestShown ? given[..LongestShown] + "…" : given);
        string message = given.Length == 0 ? "Which symbol shall be drawn?" : $"\"{shown}\" on which exchange?";
        if (candidates.Count > 0)
        {
            message += "\n" + string.Join('\n', candidates.Select(
                candidate => ChartText.OneLine($"{candidate.Symbol}: {candidate.Description}")));
        }

        return new ElicitRequestParams
        {
            Message = message,
            RequestedSchema = new ElicitRequestParams.RequestSchema
            {
                Properties = { [Member] = FieldOf(candidates) },
                Required = [Member],
            },
        };
    }

    // Plain enum: the one form of a choice that every revision with questions knows.
    private static ElicitRequestParams.PrimitiveSchemaDefinition FieldOf(IReadOnlyList<SymbolListing> candidates) =>
        candidates.Count > 0
            ? new ElicitRequestParams.UntitledSingleSelectEnumSchema
            {
                Title = "Symbol",
                Enum = [.. candidates.Select(candidate => candidate.Symbol)],
            }
            : new ElicitRequestParams.StringSchema
            {
                Title = "Symbol",
                Description = "EXCHANGE:SYMBOL, such as NASDAQ:AAPL; DEMO:<any> is made-up sample data.",
                MaxLength = 100,
            };

    /// <summary>The error that all other faults of the call stand in, too, with the candidates.</summary>
    private static ChartException Fail(
        JsonElement arguments, Action<JsonElement> read, IReadOnlyList<SymbolListing> candidates)
    {
        try
        {
            read(arguments);
        }
        catch (ChartException exception)
        {
            return new ChartException(exception.Error with
            {
                Suggestions = [.. candidates.Select(candidate => candidate.Symbol)],
            });
        }

        throw new InvalidOperationException("A symbol without an exchange was read as one.");
    }

    private static JsonElement With(JsonElement arguments, string symbol) => ChartRecordJson.Element(json =>
    {
        json.WriteStartObject();
        json.WriteString(Member, symbol);
        foreach (JsonProperty member in arguments.EnumerateObject())
        {
            if (member.Name != Member) member.WriteTo(json);
        }

        json.WriteEndObject();
    });
}
