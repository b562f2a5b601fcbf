"""English."""

from reader.importing.plain.phrasebook.words import Words

WORDS = Words(
    anywhere="""
    featured image credit | featured image | image credit | photo credit | add row
    | advertisement | advertisements | story continues below advertisement
    | article continues below | advertisement - continue reading below | continue reading below
    | continue reading the main story | article continues below advertisement
    | article continues after advertisement | story continues after advertisement
    | story continued below | story continues below
    | scroll to continue | media playback is unsupported on your device | share this article
    | share this story | share this post | share this with | leave a reply | cancel reply
    | write a comment | sign up for our newsletter | subscribe to our newsletter
    | skip to main content | skip to content
    | please enable javascript to view the comments powered by disqus
    | your email address will not be published | required fields are marked
    | your email address will not be published. required fields are marked
    | save my name, email, and website in this browser for the next time i comment
    """,
    around="""
    add | share | share this | share it | share on | tweet | tweet this | tweet it | pin it
    | print | email | e-mail | email this | print this | copy link | copy url | link copied
    | save | like | like this | loading | follow | follow us | subscribe
    | subscribe now | sign up | sign in | log in | login | register | back to top | top | next
    | previous | next article | previous article | next post | previous post | next story
    | previous story | load more | show more | see more | view all | view more | see all | ad
    | ads | sponsored | sponsored content | promoted | promoted content | paid content | menu
    | main menu | search | close | home | listen | listen to this article | listen to article
    | play | play audio | text size | font size | comment | comments | no comments
    | no comments yet | be the first to comment | add a comment | add comment | add new comment
    | post a comment | post comment | submit comment | submit | leave a comment
    | leave your comment | write your comment | view comments | show comments | hide comments
    | load comments | join the conversation | join the discussion | name | website | message
    | reply | your name | your email | your comment | notify me of new posts by email
    | notify me of follow-up comments by email | notify me of new comments | gift this article
    | give this article | add to list | bookmark | report an error | request a correction
    | privacy policy | privacy | terms of use | terms of service | terms & conditions
    | terms and conditions | cookie policy | cookie settings | cookie preferences
    | manage cookies | accept | accept all | accept cookies | accept all cookies | reject all
    | decline | i agree | agree | manage preferences | contact | contact us | about | about us
    | advertise | advertise with us | careers | jobs | help | faq | site map | sitemap
    | accessibility | do not sell my personal information | my account | account | subscriptions
    | newsletter | newsletters | rss | rss feeds | archive | archives | e-edition
    | print edition | donate | support us | become a member | sign out | log out
    | skip navigation | toggle navigation | navigation | show all | read the full story
    | report error | report a typo | most commented | post navigation | share via | terms
    | your ad choices | ad choices | adchoices | press room | corrections policy
    | community guidelines | masthead | staff | send us a tip | get the app | our apps
    | view gallery | click to share | click to print | feedback | advert | privacy notice
    | california privacy rights | your privacy rights | legal | contact the newsroom | more
    | continue | follow me | skip ad | post
    """,
    lists="""
    related | related posts | related articles | related article | related stories
    | related story | related news | related content | related coverage | related reading
    | related links | related topics | related video | related videos | see also | read also
    | also read | read more | read next | more stories | more news | more on this story
    | more on this | more on this topic | recommended | recommended for you
    | recommended reading | recommended stories | recommended articles | you may also like
    | you might also like | you may like | you might also be interested in
    | you may also be interested in | you might be interested in | most read | most popular
    | most viewed | popular | popular posts | popular now | trending | trending now
    | trending stories | latest news | latest stories | latest articles | latest posts | latest
    | recent posts | recent articles | recent comments | don't miss | up next
    | what to read next | top stories | top news | editor's picks | editors' picks
    | similar articles | similar posts | more articles | more posts | more like this
    | from the web | around the web | promoted stories | from our partners | keep reading
    | continue reading | read these next | more on this subject | watch next | also in the news
    | in other news | in case you missed it | featured stories | featured | other stories
    | stories for you | sponsored stories | paid stories | best of the web
    | elsewhere on the web | most commented | most shared | most watched | new stories
    | related tags | upcoming events | we recommend | what others are reading | read this next
    | recommends | more headlines
    """,
    leads="""
    read more | read also | also read | read next | see also | related | related story
    | related stories | watch also | don't miss | recommended | in case you missed it
    | more on this
    """,
    labels="""
    opinion | analysis | analysis/opinion | commentary | editorial | breaking | breaking news
    | news | exclusive | update | updated | live | live updates | video | watch | photos
    | gallery | podcast | story highlights | highlights | key points | key takeaways
    | at a glance | in brief | summary | the big story | the latest | first on fox | fox news
    | world news | us news | op-ed | column | special report | press release
    | for immediate release | sponsored | advertisement | transcript | image caption
    | media caption | image copyright | file photo | ap photo | getty images | editor's note
    | correction | corrections | introduction | abstract | by the numbers
    """,
    sections="""
    politics | business | sport | sports | culture | world | us | u.s. | uk | science | health
    | technology | tech | opinion | entertainment | lifestyle | life | travel | money | markets
    | media | weather | local | national | international | education | environment | books
    | film | music | food | style | fashion | arts | video | videos | photos | podcasts | games
    | magazine | obituaries | crime | community | events | finance | real estate | football
    | soccer | asia | africa | europe | middle east | news | obits | topics | cars | climate
    """,
    comments="""
    comment | comments | replies | responses | shares | views | likes | reactions
    """,
    author="""
    about the author | about the authors | about the writer | about the contributor
    | about the reporter | meet the author
    """,
    reading="""
    min read | mins read | minute read | minutes read | reading time | read time
    """,
    tags="""
    tags | tag | tagged | tagged with | filed under | filed in | categories | category | topics
    | topic | posted in | related topics | related tags
    """,
    rights="all rights reserved",
    credit="""
    photo | photos | image | images | picture | photograph | photographer | illustration
    | photo credit | image credit | picture credit | file photo | credit
    """,
    calls="""
    sign | subscribe | register | get | follow | join | download | share | receive | like | read
    | listen | click | support | never | enter | stay | become | tell | send
    """,
    offers="""
    newsletter | newsletters | mailing list | inbox | app | channel | podcast | alerts
    | notifications | email list | daily email
    """,
    ours="our | us",
    by="by | written by | posted by | reported by | story by | text by",
    published="""
    published | published on | published at | first published | first published on | posted
    | posted on | posted at | date | publication date
    """,
    updated="""
    updated | updated on | updated at | last updated | last updated on | modified
    | last modified | modified on
    """,
    months="""
    january/jan | february/feb | march/mar | april/apr | may | june/jun | july/jul | august/aug
    | september/sep/sept | october/oct | november/nov | december/dec
    """,
    weekdays="""
    monday | tuesday | wednesday | thursday | friday | saturday | sunday | mon | tue | tues
    | wed | thu | thur | thurs | fri | sat | sun
    """,
    clock="at",
)
