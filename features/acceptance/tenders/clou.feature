@acceptance @profiles
Feature: What CLOU says of tokens
  The maker's answers to owners of its meters, as a laboratory checks them. (Source: CLOU Global, questions and answers,
  metering.clouglobal.com/ufaqs/sts-token and /key-change-token: items 1 to 5 of docs/test-items.md.)

  Background:
    Given a meter with profile "clou"
    And the meter holds 30.0 kWh

  Rule: After twenty seconds without a digit the entry is incomplete

    Scenario: A pause of 19 seconds in a bought token
      Given a 25.6 kWh credit token
      When the customer types the first 10 digits of the token
      And 19 seconds pass
      And the customer keys in the remaining digits
      Then the meter accepts it
      And the meter holds 55.6 kWh

    Scenario: A pause of 21 seconds in a bought token
      Given a 25.6 kWh credit token
      When the customer types the first 10 digits of the token
      And 21 seconds pass
      And the customer keys in the remaining digits
      Then the display shows "Short"
      And the display does not show "AccEPt"
      And the credit is unchanged
      When the customer keys in the token
      Then the meter accepts it

  Rule: The answer stands for three seconds, the amount for five

    Scenario: A token that is accepted
      Given a 25.6 kWh credit token
      When the customer keys in the token
      Then the display shows "AccEPt" for 3 seconds
      And line 1 reads "55.6"

    Scenario: A token that is used
      Given a 25.6 kWh credit token
      When the customer keys in the token
      Then the meter holds 55.6 kWh
      When the customer keys in the token
      Then the display shows "USEd" for 3 seconds
      And the credit is unchanged

  Rule: Three wrong entries lock the keypad for ten seconds, but not for test tokens

    Scenario: A good token at once
      Given a 25.6 kWh credit token
      When the customer keys in 3 wrong tokens, each as soon as the meter takes one
      And the customer keys in the token
      Then the meter refuses it as locked
      And the credit is unchanged

    Scenario: A good token ten seconds later
      Given a 25.6 kWh credit token
      When the customer keys in 3 wrong tokens, each as soon as the meter takes one
      And 11 seconds pass
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 55.6 kWh

    Scenario: A test token at once
      When the customer keys in 3 wrong tokens, each as soon as the meter takes one
      And the customer keys in "1844 6744 0738 4377 2416"
      Then the meter accepts it
      And the credit is unchanged

  Rule: Switching the meter off and on ends the lock

    Scenario: Five seconds without mains
      Given a 25.6 kWh credit token
      When the customer keys in 3 wrong tokens, each as soon as the meter takes one
      And the mains fails for 5 seconds
      And the customer keys in the token
      Then the meter accepts it

  Rule: Two codes in any order, no more than ten minutes apart

    Scenario: The second code first, and the other after nine and a half minutes
      Given the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 2
      Then the display shows "PLS_1St"
      When 9.5 minutes pass
      And the customer keys in code 1
      Then the meter accepts it
      And the base date is 2014
      And the key revision is 2
      And the credit is unchanged

    Scenario: The second code after ten and a half minutes
      Given the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      Then the display shows "PLS_2nd"
      When 10.5 minutes pass
      And the customer keys in code 2
      Then the display shows "PLS_1St"
      And the base date is 1993
      And the key revision is 1
      And the credit is unchanged
