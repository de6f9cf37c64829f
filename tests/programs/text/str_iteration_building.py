# wasm: yes
# Building strings in loops; str as a sequence in builtins.
s = ""
for i in range(300):
    s += chr(97 + i % 26)
print(len(s), s[:30], s[-5:])
t = s
t += "x"
print(len(s), len(t), s is t)
parts = []
for i, c in enumerate("héllo"):
    parts.append(f"{i}{c}")
print("|".join(parts), sorted("hello"), max("hello"), min("hello"), list(zip("ab", "cd")), set("a"), tuple("xy"), dict(zip("ab", [1, 2])), any("a"), all(""))
word_count = {}
for word in "the cat and the dog and the bird".split():
    word_count[word] = word_count.get(word, 0) + 1
print(word_count, sorted(word_count.items(), key=lambda kv: (-kv[1], kv[0])))
def is_palindrome(text):
    letters = [c.lower() for c in text if c.isalnum()]
    return letters == letters[::-1]
print(is_palindrome("A man, a plan, a canal: Panama"), is_palindrome("no"))
def run_length(text):
    out, i = [], 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out.append(text[i] + str(j - i))
        i = j
    return "".join(out)
print(run_length("aaabbc"), run_length(""), run_length("ééé日"))
