using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace Chartcast.App.Conformance;

/// <summary>The requests that fixtures put to the other side.</summary>
internal static class Questions
{
    private static readonly JsonElement NoParameters = JsonElement.Parse("{}"u8);

    /// <summary>A form.</summary>
    /// <param name="message">What the person is told.</param>
    /// <param name="properties">The fields' schemas, the members of a JSON object without its brackets.</param>
    /// <param name="required">Fields that have to be filled in.</param>
    public static InputRequest Form(string message, string properties, params string[] required) => new()
    {
        Method = RequestMethods.ElicitationCreate,
        Params = JsonElement.Parse($$"""
            {"mode":"form","message":{{Quoted(message)}},"requestedSchema":{"type":"object",
             "properties":{ {{properties}} },"required":[{{string.Join(',', required.Select(Quoted))}}]} }
            """),
    };

    /// <summary>A question to the client's model.</summary>
    /// <param name="text">What it is asked.</param>
    /// <param name="mostTokens">How long the answer may be.</param>
    public static InputRequest Model(string text, int mostTokens) => new()
    {
        Method = RequestMethods.SamplingCreateMessage,
        Params = JsonElement.Parse($$"""
            {"messages":[{"role":"user","content":{"type":"text","text":{{Quoted(text)}} } }],
             "maxTokens":{{mostTokens}} }
            """),
    };

    /// <summary>The client's folders.</summary>
    public static InputRequest Roots() => new() { Method = RequestMethods.RootsList, Params = NoParameters };

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
