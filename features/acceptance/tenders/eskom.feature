@acceptance
Feature: What Eskom tells its customers
  Three numbers of twenty digits, one after the other, and a test token that says whether the meter was moved. (Source:
  hypertext (htxt.co.za), "How to update your prepaid electricity meter", November 2024: item 19 of docs/test-items.md.)

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 10.0 kWh
    And the two key change codes to key revision 2 on base date 2014
    And a 40.0 kWh credit token under key revision 2 on base date 2014

  Rule: Each number is accepted before the next, and the test token says 1 before and 2 after

    Scenario: As the slip has them
      When the customer keys in "1844 6744 0738 4377 2416"
      Then the display shows "1"
      When the customer keys in code 1
      Then the meter asks for the other code
      When the customer keys in code 2
      Then the meter accepts it
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 50.0 kWh
      And the base date is 2014
      When the customer keys in "1844 6744 0738 4377 2416"
      Then the display shows "2"

    Scenario: The electricity first
      When the customer keys in the token
      Then the meter refuses it
      And the credit is unchanged
      And the base date is 1993

  Rule: All digits in one go are no token, and cost nothing

    Scenario: Without Enter between them
      When the customer types all codes in one go
      Then the display does not show "Accept"
      And the credit is unchanged
      And the key revision is 1
