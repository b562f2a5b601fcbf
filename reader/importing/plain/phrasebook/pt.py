"""Portuguese."""

from reader.importing.plain.phrasebook.words import Words

WORDS = Words(
    anywhere="""
    publicidade | anúncio | continua após a publicidade | continua depois da publicidade
    | continua depois do anúncio | compartilhe este artigo | compartilhe esta notícia
    | compartilhar este artigo | partilhe este artigo | partilhar este artigo | partilhar artigo
    | pular para o conteúdo | ir para o conteúdo | saltar para o conteúdo
    | ir para o conteúdo principal | deixe um comentário | deixe uma resposta
    | cancelar resposta | o seu endereço de e-mail não será publicado
    | o seu endereço de email não será publicado | campos obrigatórios são marcados com
    | inscreva-se na nossa newsletter | assine a nossa newsletter | assine nossa newsletter
    | subscreva a nossa newsletter | ouvir este artigo | ouça este artigo
    | conteúdo exclusivo para assinantes | exclusivo para assinantes
    """,
    around="""
    compartilhar | compartilhe | partilhar | partilhe | imprimir | enviar | salvar | guardar
    | comentar | comentários | copiar link | copiar ligação | início | página inicial | menu
    | fechar | buscar | busca | pesquisar | pesquisa | entrar | login | iniciar sessão
    | cadastre-se | registar | registe-se | assine | assine já | assinar | assine agora
    | subscrever | minha conta | ouvir | ouvir notícia | política de privacidade | privacidade
    | termos de uso | termos e condições | política de cookies | configurações de cookies
    | gerir cookies | aceitar | aceitar todos | aceitar tudo | aceitar cookies | rejeitar
    | rejeitar todos | recusar | contato | contacto | fale conosco | contactos | quem somos
    | sobre nós | anuncie | ficha técnica | expediente | mapa do site | voltar ao topo | topo
    | artigo anterior | próximo artigo | anterior | próximo | seguinte | ver mais | ver todos
    | ver tudo | carregar mais | mostrar mais | leia mais | ver comentários
    | adicionar comentário | escreva um comentário | publicar comentário | responder | nome
    | e-mail | email | seu e-mail | o seu e-mail | site | siga-nos | siga-nos em | newsletter
    | newsletters | boletim | comunicar erro | reportar erro | arquivo | ajuda
    | trabalhe conosco | rss | receba notícias
    """,
    lists="""
    leia também | leia mais | veja também | notícias relacionadas | artigos relacionados
    | posts relacionados | conteúdo relacionado | relacionados | relacionadas
    | você também pode gostar | você pode gostar | também poderá gostar | pode também interessar
    | pode interessar | mais notícias | mais lidas | mais lidos | as mais lidas | os mais lidos
    | mais vistas | últimas notícias | últimas | mais recentes | posts recentes
    | artigos recentes | recomendados | recomendado para você | recomendadas | saiba mais
    | sobre o mesmo tema | outras notícias | destaques | continue lendo | continuar a ler
    | continue a ler | conteúdo patrocinado | em destaque | tendências | ler também
    | outros artigos | não perca | mais sobre o assunto | mais sobre este tema
    """,
    leads="""
    leia também | leia mais | veja também | ler também | ler mais | saiba mais | confira também
    | assista também | ouça também | leia ainda | veja mais | relacionado
    | pode também interessar | entenda | leia
    """,
    labels="""
    opinião | análise | editorial | coluna | exclusivo | última hora | ao vivo | em direto
    | entrevista | reportagem | crónica | crônica | urgente | vídeo | fotos
    | comunicado de imprensa | resumo | em resumo | em síntese | em destaque
    """,
    sections="""
    política | economia | esportes | esporte | desporto | cultura | sociedade | mundo
    | internacional | ciência | saúde | tecnologia | opinião | brasil | portugal | futebol
    | polícia | local | educação | meio ambiente | ambiente | viagem | estilo | emprego
    | negócios | entretenimento | famosos | televisão | cidades | país | justiça | europa
    | vídeos | fotos | notícias | colunistas | cinema | música | tempo
    """,
    comments="""
    comentário | comentários | compartilhamentos | partilhas | visualizações | respostas
    """,
    author="""
    sobre o autor | sobre a autora | acerca do autor | sobre os autores | quem é o autor
    """,
    reading="""
    tempo de leitura | min de leitura | minutos de leitura | min. de leitura | min leitura
    | leitura
    """,
    tags="""
    tags | etiquetas | temas | categorias | categoria | assuntos | tópicos | palavras-chave
    | arquivado em | mais sobre | marcadores
    """,
    rights="todos os direitos reservados | reservados todos os direitos",
    credit="""
    foto | fotos | fotografia | imagem | crédito | créditos | ilustração | arte
    | foto de arquivo | crédito da foto | crédito da imagem
    """,
    calls="""
    assine | inscreva-se | subscreva | cadastre-se | receba | siga | siga-nos | baixe
    | descarregue | acompanhe | compartilhe | partilhe | clique | participe | junte-se
    | registe-se | leia | ouça | fique | entre | faça | apoie
    """,
    offers="""
    newsletter | newsletters | boletim | aplicativo | aplicação | app | canal | notificações
    | caixa de entrada | caixa de correio | e-mail | email | podcast | conta | alertas
    """,
    ours="nossa | nosso | nossas | nossos | conosco | siga-nos",
    by="""
    por | escrito por | texto de | reportagem de | publicado por | texto: | autor: | autora:
    """,
    published="""
    publicado | publicado em | publicada em | publicado a | data | data de publicação
    | postado em | criado em | em
    """,
    updated="""
    atualizado | atualizado em | atualizada em | atualizado a | última atualização
    | modificado em | atualização
    """,
    months="""
    janeiro/jan | fevereiro/fev | março/mar | abril/abr | maio/mai | junho/jun | julho/jul
    | agosto/ago | setembro/set | outubro/out | novembro/nov | dezembro/dez
    """,
    weekdays="""
    segunda-feira | terça-feira | quarta-feira | quinta-feira | sexta-feira | segunda | terça
    | quarta | quinta | sexta | sábado | domingo
    """,
    clock="às | h | as",
)
