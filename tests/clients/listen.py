"""Prints each event as one JSON line until a final one; argument: event stream URL."""
import json
import sys

import requests

name, event_id, data = None, None, []
with requests.get(sys.argv[1], stream=True, timeout=60) as response:
    response.raise_for_status()
    for raw in response.iter_lines(chunk_size=1):
        line = raw.decode("utf-8")
        if line.startswith("event:"):
            name = line[6:].strip()
        elif line.startswith("id:"):
            event_id = line[3:].strip()
        elif line.startswith("data:"):
            data.append(line[5:].strip())
        elif not line and data:
            payload = json.loads("\n".join(data))
            print(json.dumps({"name": name, "id": event_id, "data": payload}), flush=True)
            if payload.get("data", {}).get("type") in ("completed", "failed", "cancelled"):
                break
            name, data = None, []
