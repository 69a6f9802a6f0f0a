// What people paste that is no plain sentence: emoji families, turned-round text, markup of several platforms, and very much of it.
export const nasty = [
  "👨‍👩‍👧‍👦 打电话给客户 🎉",
  "\u202Eאבג rtl\u202C 一二三四",
  "<at id=all></at> <!channel> <@U1> 大家好呀",
  "*bold* [link](http://example.com) <b onclick=x>html</b> `code`",
  "{{name}} ${x} %s \\n 四个字呢",
] as const;

export const tooLong = "长".repeat(5000);
