"""Calls the API of Chart-IMG with requests as its clients do: chart_img.py <base address> <key>; prints one JSON line a call."""
import json
import struct
import sys

import requests

base, key = sys.argv[1:3]


def tell(name, answer):
    content = answer.content
    is_json = answer.headers["content-type"].startswith("application/json")
    print(json.dumps({
        "name": name,
        "status": answer.status_code,
        "width": struct.unpack(">I", content[16:20])[0] if content[1:4] == b"PNG" else None,
        "json": answer.json() if is_json else None,
    }), flush=True)
    return answer


body = {"symbol": "DEMO:BTC", "theme": "dark", "width": 640, "studies": [{"name": "Relative Strength Index"}]}
tell("chart", requests.post(f"{base}/v2/tradingview/advanced-chart", headers={"x-api-key": key}, json=body, timeout=60))
stored = tell("storage", requests.post(
    f"{base}/v2/tradingview/advanced-chart/storage", headers={"x-api-key": key}, json=body, timeout=60))
tell("link", requests.get(stored.json()["url"], timeout=60))
tell("v1", requests.get(
    f"{base}/v1/tradingview/advanced-chart", headers={"Authorization": f"Bearer {key}"},
    params={"symbol": "DEMO:BTC", "width": 640, "studies": ["EMA:50", "RSI"]}, timeout=60))
tell("exchanges", requests.get(f"{base}/v3/tradingview/exchange/list", params={"key": key}, timeout=60))
