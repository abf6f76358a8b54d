using Chartcast.App.Conformance;
using Chartcast.App.Tests.Doubles;
using Chartcast.Mcp.Dispatch;
using Chartcast.Mcp.Security;
using Microsoft.Extensions.Time.Testing;

namespace Chartcast.App.Tests.Conformance;

/// <summary>What the public suite calls is there behind the switch, and nowhere else.</summary>
public sealed class ConformanceFixturesTests
{
    private static readonly string[] Tools =
    [
        "test_simple_text", "test_image_content", "test_audio_content", "test_embedded_resource",
        "test_multiple_content_types", "test_tool_with_logging", "test_tool_with_progress", "test_error_handling",
        "test_sampling", "test_elicitation", "test_elicitation_sep1034_defaults", "test_elicitation_sep1330_enums",
        "json_schema_2020_12_tool", "test_missing_capability", "test_streaming_elicitation", "test_logging_tool",
        "test_reconnection", "test_trigger_tool_change", "test_trigger_prompt_change", "test_input_required_result_elicitation",
        "test_input_required_result_sampling", "test_input_required_result_list_roots",
        "test_input_required_result_request_state", "test_input_required_result_multiple_inputs",
        "test_input_required_result_multi_round", "test_input_required_result_tampered_state",
        "test_input_required_result_capabilities", "greet", "slow_compute", "failing_job", "protocol_error_job",
        "confirm_delete", "multi_input", "test_tool_with_task",
    ];

    private static readonly string[] Prompts =
    [
        "test_simple_prompt", "test_prompt_with_arguments", "test_prompt_with_embedded_resource",
        "test_prompt_with_image", "test_input_required_result_prompt",
    ];

    [Fact]
    public async Task Fixtures_ComeAfterWhatTheServerOffers_AndOnlyWhenAdded()
    {
        await using TestApp app = await TestApp.StartAsync();
        McpServerDefinition plain = app.Definition;

        McpServerDefinition added = ConformanceFixtures.AddTo(plain, new FakeTimeProvider());

        Assert.DoesNotContain(plain.Tools.Tools, tool => Tools.Contains(tool.Name));
        Assert.DoesNotContain(plain.Prompts, prompt => Prompts.Contains(prompt.Name));
        Assert.Equal(
            plain.Tools.Tools.Select(tool => tool.Name),
            added.Tools.Tools.Select(tool => tool.Name).Take(plain.Tools.Tools.Count));
        Assert.Subset(added.Tools.Tools.Select(tool => tool.Name).ToHashSet(), Tools.ToHashSet());
        Assert.Subset(added.Prompts.Select(prompt => prompt.Name).ToHashSet(), Prompts.ToHashSet());
        Assert.True(added.Changes.Lists.HasFlag(ChangingLists.Tools | ChangingLists.Prompts | plain.Changes.Lists));
    }

    [Theory]
    [InlineData("test://static-text", true)]
    [InlineData("test://static-binary", true)]
    [InlineData("test://watched-resource", true)]
    [InlineData("test://template/123/data", true)]
    [InlineData("test://template/\"/data", false)]
    [InlineData("test://template/data", false)]
    [InlineData("test://nonexistent", false)]
    public async Task Resources_AreReadByTheirUri(string uri, bool exists)
    {
        await using TestApp app = await TestApp.StartAsync();
        IResourceSource resources = ConformanceFixtures.AddTo(app.Definition, new FakeTimeProvider()).Resources!;
        var caller = new ResourceCaller(null, Caller.Anyone);

        Assert.Equal(exists, await resources.ReadAsync(uri, caller, CancellationToken.None) is not null);
        Assert.Equal(exists, await resources.ExistsAsync(uri, caller, CancellationToken.None));
    }
}
