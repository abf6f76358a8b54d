using Chartcast.Mcp.Dispatch;

namespace Chartcast.Mcp.Tests.Dispatch;

public sealed class ServerChangesTests
{
    [Fact]
    public void And_TellsBoth_AndLeavesTheFirstAsItWas()
    {
        var own = new ServerChanges(ChangingLists.Resources);
        var all = own.And(ChangingLists.Tools);
        List<ChangingLists> heard = [], heardByOwn = [];
        using var observation = all.Observe(change => heard.Add(change.Lists));
        using var ownObservation = own.Observe(change => heardByOwn.Add(change.Lists));

        own.ListChanged(ChangingLists.Resources);
        all.ListChanged(ChangingLists.Tools);
        all.ListChanged(ChangingLists.Prompts);

        Assert.Equal([ChangingLists.Resources, ChangingLists.Tools], heard);
        Assert.Equal([ChangingLists.Resources], heardByOwn);
        Assert.Equal(ChangingLists.Resources | ChangingLists.Tools, all.Lists);
        Assert.Equal(ChangingLists.Resources, own.Lists);
    }
}
