import type { AppCard } from '@beseda/shared/protocol/admin';

/** What goes into the page of a product team. */
export function embedSnippet({ key, publicUrl }: Pick<AppCard, 'key' | 'publicUrl'>): string {
  return `<script>window.Beseda=window.Beseda||function(){(Beseda.q=Beseda.q||[]).push(arguments)}</script>
<script async src="${publicUrl}/widget.js?app=${encodeURIComponent(key)}"></script>
<script>Beseda('init', { getToken: () => fetch('/support-token').then(r => r.text()) })</script>`;
}

/** What the page's server signs with, as its environment. */
export function secretLines({ key, kid, secret }: { key: string; kid: string; secret?: string }): string {
  const lines = [`BESEDA_APP=${key}`, `BESEDA_KID=${kid}`];
  return [...lines, ...(secret === undefined ? [] : [`BESEDA_SECRET=${secret}`])].join('\n');
}

export const SIGNERS = ['Node', 'PHP', 'Python', 'C#'] as const;
export type Signer = (typeof SIGNERS)[number];

/** How a server signs a token with HS256 by what its language brings along. Each reads the environment of `secretLines`. */
export const SIGNING: Readonly<Record<Signer, string>> = {
  Node: `import { createHmac } from 'node:crypto';

const { BESEDA_APP, BESEDA_KID, BESEDA_SECRET } = process.env;
const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

export function supportToken(user) {
  const head = encode({ alg: 'HS256', typ: 'JWT', kid: BESEDA_KID });
  const body = encode({
    sub: String(user.id),
    name: user.name,
    email: user.email,
    role: user.isManager ? 'manager' : 'staff',
    company: { id: String(user.company.id), name: user.company.name },
    aud: BESEDA_APP,
    exp: Math.floor(Date.now() / 1000) + 3600,
  });
  const signature = createHmac('sha256', BESEDA_SECRET).update(head + '.' + body);
  return head + '.' + body + '.' + signature.digest('base64url');
}`,
  PHP: `function support_token($user) {
    $encode = fn($text) => rtrim(strtr(base64_encode($text), '+/', '-_'), '=');
    $head = $encode(json_encode(['alg' => 'HS256', 'typ' => 'JWT', 'kid' => getenv('BESEDA_KID')]));
    $body = $encode(json_encode([
        'sub' => (string) $user->id,
        'name' => $user->name,
        'email' => $user->email,
        'role' => $user->isManager ? 'manager' : 'staff',
        'company' => ['id' => (string) $user->company->id, 'name' => $user->company->name],
        'aud' => getenv('BESEDA_APP'),
        'exp' => time() + 3600,
    ]));
    return "$head.$body." . $encode(hash_hmac('sha256', "$head.$body", getenv('BESEDA_SECRET'), true));
}`,
  Python: `import base64, hashlib, hmac, json, os, time

def encode(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()

def support_token(user):
    head = encode(json.dumps({"alg": "HS256", "typ": "JWT", "kid": os.environ["BESEDA_KID"]}).encode())
    body = encode(json.dumps({
        "sub": str(user.id),
        "name": user.name,
        "email": user.email,
        "role": "manager" if user.is_manager else "staff",
        "company": {"id": str(user.company.id), "name": user.company.name},
        "aud": os.environ["BESEDA_APP"],
        "exp": int(time.time()) + 3600,
    }).encode())
    signed = f"{head}.{body}".encode()
    return f"{head}.{body}." + encode(hmac.digest(os.environ["BESEDA_SECRET"].encode(), signed, "sha256"))`,
  'C#': `// Microsoft.IdentityModel.JsonWebTokens
string SupportToken(User user)
{
    var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(Env("BESEDA_SECRET"))) { KeyId = Env("BESEDA_KID") };
    return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Audience = Env("BESEDA_APP"),
        Expires = DateTime.UtcNow.AddHours(1),
        SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        Claims = new Dictionary<string, object>
        {
            ["sub"] = user.Id.ToString(),
            ["name"] = user.Name,
            ["email"] = user.Email,
            ["role"] = user.IsManager ? "manager" : "staff",
            ["company"] = new Dictionary<string, object>
            {
                ["id"] = user.Company.Id.ToString(), ["name"] = user.Company.Name,
            },
        },
    });
}

string Env(string name) => Environment.GetEnvironmentVariable(name)!;`,
};
