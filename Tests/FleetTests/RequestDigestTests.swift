import Fleet
import JSONRPC
import Testing

/// Requests are the same when their params are equal as JSON is.
@Suite struct RequestDigestTests {
    private func digest(_ params: String, method: String = "m") throws -> String {
        RequestDigest(method: method, params: try JSON(parsing: params)).text
    }

    @Test(arguments: [
        (#"{"a":1,"b":[true,null]}"#, #"{ "b" : [ true, null ], "a" : 1.0 }"#),
        (#"{"a":{"x":1,"y":2}}"#, #"{"a":{"y":2e0,"x":10e-1}}"#), (#"{"a":"é\/"}"#, #"{"a":"\u00e9/"}"#),
        (#"{"a":-0.0}"#, #"{"a":0}"#), (#"{"a":18446744073709551615}"#, #"{"a":18446744073709551615}"#),
    ])
    func equalParamsHaveOneDigest(_ a: String, _ b: String) throws {
        #expect(try digest(a) == digest(b))
        #expect(try digest(a).utf8.count == 64)
    }

    @Test func otherParamsHaveOthers() throws {
        let params = [
            "{}", #"{"a":1}"#, #"{"a":"1"}"#, #"{"a":[1]}"#, #"{"a":1.5}"#, #"{"a":-1}"#, #"{"a":null}"#,
            #"{"a":true}"#,
            #"{"a":{}}"#, #"{"a":[]}"#, #"{"a":""}"#, #"{"a":[1,2]}"#, #"{"a":[2,1]}"#, #"{"b":1}"#, #"{"a":1,"b":1}"#,
            // One looks like the other, written otherwise: a letter with its accent, and behind it.
            "{\"a\":\"\u{e9}\"}", "{\"a\":\"e\u{301}\"}",
        ]
        let digests = try params.flatMap { [try digest($0), try digest($0, method: "n")] }
        #expect(Set(digests).count == digests.count)
    }

    @Test func itIsSHA256() throws {
        // printf '["m",{}]' | sha256sum
        #expect(try digest("{}") == "0d89239864716dad6d636af62d7ba79024fb87022c540a72b9e0741111441ff1")
    }
}
