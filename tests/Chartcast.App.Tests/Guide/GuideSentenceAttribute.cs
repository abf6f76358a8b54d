using Xunit.v3;

namespace Chartcast.App.Tests.Guide;

/// <summary>Names the sentence of the guide that a test holds; docs/guide-compliance.md is made of these.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class GuideSentenceAttribute(string sentence) : Attribute, ITraitAttribute
{
    public string Sentence { get; } = sentence;

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("Guide", Sentence)];
}
