using System.Text.Json;

namespace Chartcast.App.Guide;

/// <summary>A checked JSON-RPC request to one of the plain endpoints.</summary>
/// <param name="Id">Its id, a string or a whole number, echoed exactly.</param>
/// <param name="Params">Its parameters: an object, or undefined when there are none.</param>
public readonly record struct GuideRequest(JsonElement Id, JsonElement Params);
