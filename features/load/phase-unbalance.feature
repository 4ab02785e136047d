@load @profiles
Feature: The phase unbalance limit
  On three phases a utility also limits how much one may carry more than another. The profile money measures three.

  Background:
    Given a meter with:
      | name    | value |
      | profile | money |
    And the meter holds 500.00 in currency
    And a phase unbalance limit token of 2000 W

  Rule: One phase too far above another for ten seconds, the load switch opens

    Scenario: Three kilowatts on one phase, nothing on the others
      When the customer keys in the token
      Then the meter accepts it
      When the load draws 3000 W, 0 W and 0 W on its phases from now on
      And 11 seconds pass
      Then the load switch is open

    Scenario: The same power spread over the phases
      When the customer keys in the token
      And the load draws 1000 W, 1000 W and 1000 W on its phases from now on
      And 11 seconds pass
      Then the load switch is closed

    Scenario: Exactly the limit
      When the customer keys in the token
      And the load draws 3000 W, 1000 W and 1500 W on its phases from now on
      And 11 seconds pass
      Then the load switch is closed

    Scenario: A minute later, balanced
      When the customer keys in the token
      And the load draws 3000 W, 0 W and 0 W on its phases from now on
      And 11 seconds pass
      And the load draws 1000 W, 1000 W and 1000 W on its phases from now on
      And 61 seconds pass
      Then the load switch is closed

    Scenario: Three kilowatts on one phase after a power cut
      When the customer keys in the token
      And the mains fails
      And the mains returns
      And the load draws 3000 W, 0 W and 0 W on its phases from now on
      And 11 seconds pass
      Then the load switch is open

  Rule: The limit can be read with a test token

    Scenario: Test 11
      Given a phase unbalance limit token "limit" of 2000 W
      And the token for test 11
      When the customer keys in token "limit"
      And the customer keys in the token
      Then the display shows "2000 W"
