using System.Text.Json;
using Chartcast.Mcp.Dispatch;

namespace Chartcast.Mcp.Tests.Dispatch;

public sealed class ArgumentValidatorTests
{
    [Theory]
    [InlineData("""{"type":"integer"}""", "1.0", true)]
    [InlineData("""{"type":"integer"}""", "1.5", false)]
    [InlineData("""{"type":"integer"}""", "\"1\"", false)]
    [InlineData("""{"type":"number"}""", "1e400", false)]
    [InlineData("""{"minimum":1}""", "1e400", false)]
    [InlineData("""{"type":["string","null"]}""", "null", true)]
    [InlineData("""{"minimum":1,"maximum":5}""", "5", true)]
    [InlineData("""{"minimum":1,"maximum":5}""", "0", false)]
    [InlineData("""{"exclusiveMinimum":1}""", "1", false)]
    [InlineData("""{"exclusiveMaximum":1}""", "1", false)]
    [InlineData("""{"multipleOf":0.01}""", "0.07", true)]
    [InlineData("""{"multipleOf":0.01}""", "0.075", false)]
    [InlineData("""{"minLength":2}""", "\"\ud83d\ude00\"", false)]
    [InlineData("""{"maxLength":1}""", "\"\ud83d\ude00\"", true)]
    [InlineData("""{"pattern":"^[A-Z]+$"}""", "\"ABC\"", true)]
    [InlineData("""{"pattern":"^[A-Z]+$"}""", "\"abc\"", false)]
    [InlineData("""{"const":{"a":[1]}}""", """{"a":[1]}""", true)]
    [InlineData("""{"const":1}""", "2", false)]
    [InlineData("""{"enum":[1,"a",null]}""", "null", true)]
    [InlineData("""{"enum":[1,"a"]}""", "\"b\"", false)]
    [InlineData("""{"items":{"type":"string"},"minItems":1}""", "[]", false)]
    [InlineData("""{"items":{"type":"string"},"maxItems":1}""", """["a","b"]""", false)]
    [InlineData("""{"uniqueItems":true}""", "[1,1]", false)]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"integer"}]}""", "1", true)]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"integer"}]}""", "true", false)]
    [InlineData("""{"oneOf":[{"minimum":1},{"minimum":2}]}""", "1", true)]
    [InlineData("""{"oneOf":[{"minimum":1},{"minimum":2}]}""", "3", false)]
    [InlineData("""{"allOf":[{"minimum":1},{"maximum":2}]}""", "3", false)]
    [InlineData("""{"not":{"type":"string"}}""", "\"a\"", false)]
    [InlineData("""{"$ref":"#/$defs/a~1b","$defs":{"a/b":{"type":"string"}}}""", "1", false)]
    [InlineData("""{"additionalProperties":{"type":"string"}}""", """{"x":1}""", false)]
    [InlineData("""{"minProperties":1}""", "{}", false)]
    [InlineData("false", "1", false)]
    [InlineData("true", "1", true)]
    public void Validate_FollowsTheDraft(string schema, string value, bool isValid) =>
        Assert.Equal(isValid, Validate(schema, value).Count == 0);

    [Fact]
    public void Validate_ListsAllFaultsAtOnce_WithPaths()
    {
        var faults = Validate(
            """
            {"type":"object","required":["symbol"],"additionalProperties":false,"properties":{
             "symbol":{"type":"string"},
             "list":{"type":"array","items":{"type":"object","properties":{"period":{"type":"integer","minimum":1}}}}}}
            """,
            """{"list":[{"period":2},{"period":0},{"period":"x"}],"simbol":"A"}""");

        Assert.Equal(["symbol", "list[1].period", "list[2].period", "simbol"], faults.Select(fault => fault.Field));
        Assert.Contains("did you mean 'symbol'?", faults[3].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_StopsAt50Faults_AndAtCircularReferences()
    {
        var many = Validate("""{"items":{"type":"string"}}""", $"[{string.Join(',', Enumerable.Range(0, 200))}]");
        var circular = Validate("""{"$ref":"#"}""", "1");

        Assert.Equal(50, many.Count);
        Assert.NotEmpty(circular);
    }

    [Fact]
    public void Validate_GivesUpOnAPatternThatRunsAway()
    {
        var faults = Validate("""{"pattern":"^(a+)+$"}""", $"\"{new string('a', 40)}!\"");

        Assert.Single(faults);
    }

    [Fact]
    public void Messages_ShowStrangersTextHarmlessly()
    {
        var value = "\"\\u001b[31m\\u202eevil\\n" + new string('x', 500) + "\"";
        var fault = Assert.Single(Validate("""{"enum":["a"]}""", value));

        Assert.DoesNotContain('\u001b', fault.Message);
        Assert.DoesNotContain('\u202e', fault.Message);
        Assert.DoesNotContain('\n', fault.Message);
        Assert.True(fault.Message.Length < 200);
    }

    [Theory]
    [InlineData("""{"properties":{"x":{"type":"string"}}}""")]
    [InlineData("""{"properties":{"x":{"enum":["a"]}}}""")]
    [InlineData("""{"properties":{"x":{"anyOf":[{"type":"string"},{"type":"integer"}]}}}""")]
    public void Validate_NamesTheFieldOfTextThatIsNoUnicode(string schema) =>
        Assert.Equal("x", Assert.Single(Validate(schema, "{\"x\":\"\\ud800\"}")).Field);

    private static IReadOnlyList<ArgumentFault> Validate(string schema, string value) =>
        ArgumentValidator.Validate(JsonElement.Parse(schema), JsonElement.Parse(value));
}
