namespace Chartcast.App.Guide;

/// <summary>The names clients give themselves.</summary>
internal static class ClientIds
{
    public const string Header = "X-Client-Id";

    public const string Grammar = "write 1 to 128 letters, digits or . _ : - characters.";

    private const int MaximumLength = 128;

    public static bool IsValid(string clientId) =>
        clientId.Length is > 0 and <= MaximumLength
        && clientId.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or ':' or '-');
}
