// Says one line and stays until its input ends, like a server that has nothing to serve.
using Stream output = Console.OpenStandardOutput();
using Stream input = Console.OpenStandardInput();
output.Write("ready\n"u8);
output.Flush();
while (input.ReadByte() >= 0)
{
}
