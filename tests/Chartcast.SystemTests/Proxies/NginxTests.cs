using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Chartcast.SystemTests.Processes;

namespace Chartcast.SystemTests.Proxies;

    // Guide: Reverse Proxy Configuration: nginx with the guide's block
    // Guide: proxy_buffering off; proxy_set_header Connection "": events pass proxies unbuffered
/// <summary>Behind a real nginx with the guide's proxy block.</summary>
public sealed class NginxTests
{
    [Fact]
    public async Task Events_ArriveUnbuffered_BehindTheGuidesProxyBlock()
    {
        string nginx = Command.Require("nginx", "nginx-light");
        using var state = new ScratchFolder();
        using var folder = new ScratchFolder();
        await using ServerProcess server = await ServerProcess.StartAsync(state.Path);
        (Process process, Uri front) = await StartProxyAsync(nginx, folder, server.Address.Port);
        try
        {
            await using EventReader events = await EventReader.OpenAsync(new Uri(front, "mcp/events/proxied"));
            // Nothing else is sent yet: a proxy that buffers would hold this first event back.
            Assert.Equal("connection", (await events.NextAsync())!.Name);
            await server.DrawAsync("""{"symbol":"DEMO:PROXY"}""");
            IReadOnlyList<ReceivedEvent> seen = await events.UntilFinalAsync();
            Assert.Equal("completed", seen[^1].Step);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
        }
    }

    private static async Task<(Process Process, Uri Front)> StartProxyAsync(string nginx, ScratchFolder folder, int upstream)
    {
        int port = FreePort();
        await File.WriteAllTextAsync(folder.File("nginx.conf"), $$"""
            daemon off;
            master_process off;
            pid {{folder.File("nginx.pid")}};
            error_log stderr notice;
            events { worker_connections 64; }
            http {
              access_log off;
              client_body_temp_path {{folder.File("body")}};
              proxy_temp_path {{folder.File("proxy")}};
              fastcgi_temp_path {{folder.File("fastcgi")}};
              uwsgi_temp_path {{folder.File("uwsgi")}};
              scgi_temp_path {{folder.File("scgi")}};
              server {
                listen 127.0.0.1:{{port}};
                location /mcp/ {
                    proxy_pass http://localhost:{{upstream}}/mcp/;
                    proxy_http_version 1.1;
                    proxy_set_header Connection "";
                    proxy_buffering off;
                    proxy_cache off;
                }
              }
            }
            """, TestContext.Current.CancellationToken);
        Process process = Command.Start(nginx, ["-p", folder.Path, "-c", folder.File("nginx.conf")]);
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        List<string> log = [];
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is null) ready.TrySetException(new InvalidOperationException(string.Join('\n', log)));
            else log.Add(line.Data);
            // The last notice before its event loop runs in single-process mode.
            if (line.Data?.Contains("getrlimit", StringComparison.Ordinal) == true) ready.TrySetResult();
        };
        process.BeginErrorReadLine();
        await ready.Task.WaitAsync(TimeSpan.FromSeconds(20));
        return (process, new Uri($"http://127.0.0.1:{port}/"));
    }

    /// <summary>nginx cannot be asked which port it took, so one that was free a moment ago is named.</summary>
    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
