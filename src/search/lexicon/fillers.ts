/** Words of a question that say nothing about what is looked for. */
export const fillerPhrases = `
tôi muốn hỏi về, tôi muốn hỏi, tôi muốn, tôi cần, em muốn hỏi, em muốn, em cần, mình muốn, mình cần, cháu muốn, bác muốn, con muốn, cho tôi hỏi, cho em hỏi, cho hỏi, cho mình hỏi, xin hỏi, xin cho hỏi, nhờ tư vấn, tư vấn giúp
cần giấy tờ gì, cần những giấy tờ gì, cần giấy tờ nào, cần những gì, cần gì, gồm những gì, gồm giấy tờ gì, phải có giấy tờ gì, cần chuẩn bị gì, cần chuẩn bị những gì, chuẩn bị những gì, cần mang theo gì, cần mang gì, mang theo gì, mang gì, cần hồ sơ gì, hồ sơ cần gì, hồ sơ gồm gì, hồ sơ gồm những gì, giấy tờ cần thiết
bao nhiêu tiền, hết bao nhiêu tiền, mất bao nhiêu tiền, tốn bao nhiêu tiền, mất bao nhiêu, hết bao nhiêu, giá bao nhiêu, phí bao nhiêu, lệ phí bao nhiêu, lệ phí, có mất tiền không, có mất phí không, bao nhiêu, bnhiu tiền
mất bao lâu, bao lâu có, bao lâu thì có, bao lâu thì xong, bao lâu, mất mấy ngày, mấy ngày, mấy ngày có, khi nào có, bao giờ có, thời hạn bao lâu, trong bao lâu
ở đâu, tại đâu, chỗ nào, nơi nào, đến đâu, nộp ở đâu, làm ở đâu, đi đâu, cơ quan nào, ai giải quyết, ở phường nào, tại phường, ở phường, ở xã, tại xã, ở ủy ban, ra phường, lên phường, ra xã, lên xã, ra ủy ban
như thế nào, thế nào, làm sao, làm thế nào, ra sao, kiểu gì, phải làm sao, phải làm gì, phải làm thế nào, làm như nào, như nào, thì làm sao, thì phải làm gì, thì sao, có được không, được không, có phải, có cần, hay không, có không, thì cần gì, thì cần làm gì, cần làm gì, nên làm gì, bắt đầu từ đâu
qua mạng, trên mạng, online, qua vneid
hướng dẫn làm, hướng dẫn, cách làm, cách xin, cách đăng ký, các bước, quy trình, trình tự, thủ tục hành chính, thủ tục làm, thủ tục xin, thủ tục, hồ sơ xin, hồ sơ làm, mẫu đơn xin, đơn xin, xin cấp, đi làm, đi xin, xin làm
giúp tôi, giúp em, giúp mình, dùm, giùm, với ạ, ạ, nhé, vậy, thế, nha, à, ơi, anh chị ơi, mọi người ơi
tôi bị, em bị, mình bị, nhà tôi, nhà em, nhà mình, của tôi, của em, của mình
`;

/** Single words that say little; the number is how much is left of them. */
export const little: [number, string][] = [
	[
		0.05,
		'vì bên hôm nữa luôn lắm tuần vài bữa nhỉ nghen hén hả ạ dạ tôi em mình cháu bác tao tớ muốn cần hỏi xin làm cho của tại ở và về được các những có khi thì là gì nào đi ra lên bị giúp nhờ để mà nếu sẽ đã đang phải hay hoặc rồi nhưng cái này kia ấy đó từ ko k hok dc đc với'
	],
	[0.1, 'thủ tục hồ sơ việc theo do trong trên'],
	[0.3, 'giấy tờ người mẫu đơn cách bản một cấp thực hiện hành chính công dân phường xã bằng'],
	[0.5, 'đăng ký mới']
];
