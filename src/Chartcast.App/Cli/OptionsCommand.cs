using System.CommandLine;
using Chartcast.App.Answers;
using Chartcast.App.Options;

namespace Chartcast.App.Cli;

/// <summary>Tells what charts can be made of.</summary>
internal sealed class OptionsCommand(CliSurroundings io)
{
    public const string Name = "options";

    private readonly Argument<string?> _name = new("name")
    {
        Description = "One indicator, drawing or key, such as rsi: everything about it",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _topic = new("--topic")
    {
        Description = $"Only one list: {string.Join(", ", ChartOptions.Topics)}",
        HelpName = "topic",
    };

    private readonly Option<string?> _search = new("--search")
    {
        Description = "Only what has this text in its name or description",
        HelpName = "text",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print JSON" };

    private readonly Option<bool> _markdown = new("--markdown")
    {
        Description = "Print the pages of the documentation",
    };

    public Command Build()
    {
        var command = new Command(Name, """
            Tell what charts can be made of: indicators, drawings, keys, and the words that options take.

            Examples:
              chartcast options
              chartcast options "Bollinger Bands"
              chartcast options --topic drawings
              chartcast options --search volume
            """);
        command.Add(_name);
        command.Add(_topic);
        command.Add(_search);
        command.Add(_json);
        command.Add(_markdown);
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult result)
    {
        if (result.GetValue(_markdown))
        {
            foreach (string page in OptionPages.All.Values) io.WriteLine(page);
            return ExitCodes.Ok;
        }

        string? topic = result.GetValue(_topic);
        if (topic is not null && !ChartOptions.Topics.Contains(topic))
            throw OutputFile.Fault("--topic", $"must be one of {string.Join(", ", ChartOptions.Topics)}.");
        ChartOptions options = ChartOptions.Find(topic, result.GetValue(_name), result.GetValue(_search));
        if (!result.GetValue(_json))
        {
            foreach (string line in options.Text.Split('\n')) io.WriteLine(line);
            return ExitCodes.Ok;
        }

        io.Output.Write(ChartRecordJson.Bytes(options.Write).Span);
        io.WriteLine("");
        return ExitCodes.Ok;
    }
}
